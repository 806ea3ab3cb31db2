// SPDX-License-Identifier: 0BSD
package tokens

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/json"
	"hash"
	"math"
	"strings"
	"unicode/utf8"
)

// NacosClaims are what a Nacos accessToken says, and by which algorithm it is signed.
type NacosClaims struct {
	Username   string
	ExpireTime int64
	Alg        string
}

var nacosHashes = map[string]func() hash.Hash{
	"HS256": sha256.New, "HS384": sha512.New384, "HS512": sha512.New,
}

// MintNacos makes the accessToken that a login gets now.
func MintNacos(secretKey, user string, expireSeconds, now int64) (token string, err error) {
	defer refusal(&err)
	key := nacosKey(secretKey)
	check(user != "" && utf8.ValidString(user), "claims", "user.text")
	check(expireSeconds > 0 && now <= math.MaxInt64/1000-expireSeconds, "time", "lifetime.range")
	payload := must(json.Marshal(struct {
		Sub string `json:"sub"`
		Exp int64  `json:"exp"`
	}{user, now + expireSeconds}))
	alg := strongest(key)
	signed := nacosHeader(alg) + "." + base64.RawURLEncoding.EncodeToString(payload)
	return signed + "." + nacosSignature(alg, key, signed), nil
}

// OpenNacos returns what a server reads in a token, or the first rule that it breaks.
func OpenNacos(secretKey, token string, now int64) (claims NacosClaims, err error) {
	defer refusal(&err)
	key := nacosKey(secretKey)
	check(strings.TrimSpace(token) != "", "encoding", "blank")
	parts := strings.Split(token, ".")
	check(len(parts) == 3, "structure", "parts")
	claims.Alg = nacosAlgorithm(parts[0])
	signature := nacosSignature(claims.Alg, key, parts[0]+"."+parts[1])
	check(hmac.Equal([]byte(signature), []byte(parts[2])), "crypto", "signature")
	payload, holds := strictly(base64.RawURLEncoding, parts[1])
	check(holds, "encoding", "base64")
	claims.Username, claims.ExpireTime = nacosPayload(payload)
	check(now <= claims.ExpireTime, "time", "expired")
	return claims, nil
}

func nacosKey(secretKey string) []byte {
	key, holds := strictly(base64.StdEncoding, secretKey)
	check(holds, "encoding", "secret.base64")
	check(len(key) >= 32, "policy", "secret.length")
	return key
}

func strongest(key []byte) string {
	switch {
	case len(key) >= 64:
		return "HS512"
	case len(key) >= 48:
		return "HS384"
	}
	return "HS256"
}

func nacosHeader(alg string) string {
	return base64.RawURLEncoding.EncodeToString([]byte(`{"alg":"` + alg + `"}`))
}

func nacosSignature(alg string, key []byte, signed string) string {
	mac := hmac.New(nacosHashes[alg], key)
	mac.Write([]byte(signed))
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

// nacosAlgorithm takes one of three headers, to the byte, and says what is wrong with others.
func nacosAlgorithm(header string) string {
	text, holds := strictly(base64.RawURLEncoding, header)
	check(holds, "encoding", "base64")
	members, _, isObject := readObject(text)
	check(isObject, "structure", "header")
	named, alg := find(members, "alg"), ""
	if named.kind() == '"' {
		alg, _ = named.text()
	}
	check(nacosHashes[alg] != nil, "crypto", "algorithm")
	check(header == nacosHeader(alg), "structure", "header")
	return alg
}

func nacosPayload(text []byte) (sub string, exp int64) {
	members, isJSON, isObject := readObject(text)
	check(isJSON, "structure", "json.syntax")
	check(isObject, "structure", "member.type")
	check(!repeated(members, "sub", "exp"), "claims", "member.duplicate")
	user, end := find(members, "sub"), find(members, "exp")
	check(user != nil && user.kind() != 'n', "claims", "member.missing")
	check(user.kind() == '"', "claims", "member.type")
	sub, isText := user.text()
	check(isText, "claims", "member.type")
	check(sub != "", "claims", "member.missing")
	check(end != nil && end.kind() != 'n', "claims", "member.missing")
	check(end.isInteger(), "claims", "member.type")
	exp, fits := end.integer()
	check(fits, "claims", "member.type")
	return sub, exp
}

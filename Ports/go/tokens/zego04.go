// SPDX-License-Identifier: 0BSD
package tokens

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"math"
	"sort"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Zego04 is a form of ZEGO's token04: ZegoCBC or ZegoGCM.
type Zego04 struct {
	ivLength int
	trailer  []byte // what stands behind the ciphertext
	seal     func(block cipher.Block, iv, plaintext []byte) []byte
	fits     func(ciphertext int) bool
	unseal   func(block cipher.Block, iv, ciphertext []byte) []byte
}

// ZegoRequest is what a token is asked for.
type ZegoRequest struct {
	AppID                  int64
	UserID, Secret         string
	EffectiveTimeInSeconds int64
	Payload                string
}

// ZegoDrawn is what would be drawn at random; nil is drawn.
type ZegoDrawn struct {
	Nonce *int32
	IV    []byte
}

// ZegoClaims are what a token says, in the documented order.
type ZegoClaims struct {
	AppID   int64  `json:"app_id"`
	UserID  string `json:"user_id"`
	Nonce   int32  `json:"nonce"`
	Ctime   int64  `json:"ctime"`
	Expire  int64  `json:"expire"`
	Payload string `json:"payload"`
}

// ZegoExpected is what a token has to be for; nil asks for nothing.
type ZegoExpected struct {
	AppID          *int64
	UserID, RoomID *string
}

// Mint makes a token that begins now.
func (z Zego04) Mint(request ZegoRequest, drawn ZegoDrawn, now int64) (token string, err error) {
	defer refusal(&err)
	checkZegoRequest(request, now)
	plaintext := must(json.Marshal(ZegoClaims{
		request.AppID, request.UserID, drawnNonce(drawn.Nonce),
		now, now + request.EffectiveTimeInSeconds, request.Payload,
	}))
	iv := drawn.IV
	if iv == nil {
		iv = randomBytes(z.ivLength)
	}
	ciphertext := z.seal(must(aes.NewCipher([]byte(request.Secret))), iv, plaintext)
	check(len(ciphertext) <= math.MaxUint16, "policy", "ciphertext.length")
	data := binary.BigEndian.AppendUint64(nil, uint64(now+request.EffectiveTimeInSeconds))
	data = append(binary.BigEndian.AppendUint16(data, uint16(len(iv))), iv...)
	data = append(binary.BigEndian.AppendUint16(data, uint16(len(ciphertext))), ciphertext...)
	return "04" + base64.StdEncoding.EncodeToString(append(data, z.trailer...)), nil
}

func checkZegoRequest(request ZegoRequest, now int64) {
	units := len(utf16.Encode([]rune(request.UserID)))
	check(0 < request.AppID && request.AppID <= math.MaxUint32, "policy", "member.range")
	check(utf8.ValidString(request.UserID), "policy", "json.text")
	check(0 < units && units <= 64, "policy", "member.range")
	check(len(request.Secret) == 32, "policy", "secret.length")
	check(0 < request.EffectiveTimeInSeconds, "policy", "member.range")
	check(now <= math.MaxInt64-request.EffectiveTimeInSeconds, "policy", "member.range")
	check(utf8.ValidString(request.Payload), "policy", "json.text")
}

func drawnNonce(given *int32) int32 {
	if given != nil {
		return *given
	}
	return int32(binary.BigEndian.Uint32(randomBytes(4)))
}

func randomBytes(count int) []byte {
	drawn := make([]byte, count)
	must(rand.Read(drawn))
	return drawn
}

// Open returns the claims of a token, or the first rule that it breaks.
func (z Zego04) Open(token, secret string, expected ZegoExpected, now int64) (claims ZegoClaims, err error) {
	defer refusal(&err)
	check(len(secret) == 32, "policy", "secret.length")
	check(strings.HasPrefix(token, "04"), "encoding", "prefix")
	data, holds := strictly(base64.StdEncoding, token[2:])
	check(holds, "encoding", "base64")
	expire, iv, ciphertext := z.fields(data)
	plaintext := z.unseal(must(aes.NewCipher([]byte(secret))), iv, ciphertext)
	claims = readZegoClaims(plaintext)
	check(expire == claims.Expire, "claims", "expire.mismatch")
	check(now < claims.Expire, "time", "expired")
	check(expected.AppID == nil || *expected.AppID == claims.AppID, "policy", "app-id")
	check(expected.UserID == nil || *expected.UserID == claims.UserID, "policy", "user-id")
	check(expected.RoomID == nil || *expected.RoomID == room(claims.Payload), "policy", "room-id")
	return claims, nil
}

// expire | iv-length | iv | ciphertext-length | ciphertext | trailer
func (z Zego04) fields(data []byte) (expire int64, iv, ciphertext []byte) {
	reader := reader{data, binary.BigEndian}
	expire = int64(reader.uint64())
	check(int(reader.uint16()) == z.ivLength, "structure", "iv.length")
	iv = reader.take(z.ivLength)
	length := int(reader.uint16())
	check(z.fits(length), "structure", "ciphertext.length")
	ciphertext = reader.take(length)
	check(string(reader.take(len(z.trailer))) == string(z.trailer), "structure", "mode")
	check(len(reader.rest) == 0, "structure", "trailing")
	return expire, iv, ciphertext
}

func readZegoClaims(plaintext []byte) ZegoClaims {
	members, _, isObject := readObject(plaintext)
	check(isObject, "claims", "json.syntax")
	known := []string{"app_id", "user_id", "nonce", "ctime", "expire", "payload"}
	for _, member := range members {
		check(contains(known, member.name), "claims", "member.unknown")
	}
	check(!repeated(members), "claims", "member.duplicate")
	check(len(members) == len(known), "claims", "member.missing")
	integer := func(name string, low, high int64) int64 {
		check(find(members, name).isInteger(), "claims", "member.type")
		number, fits := find(members, name).integer()
		check(fits && low <= number && number <= high, "claims", "member.range")
		return number
	}
	text := func(name string) string {
		check(find(members, name).kind() == '"', "claims", "member.type")
		text, isText := find(members, name).text()
		check(isText, "claims", "json.text")
		return text
	}
	claims := ZegoClaims{
		integer("app_id", 1, math.MaxUint32), text("user_id"),
		int32(integer("nonce", math.MinInt32, math.MaxInt32)),
		integer("ctime", 0, math.MaxInt64), integer("expire", 0, math.MaxInt64), text("payload"),
	}
	check(claims.UserID != "", "claims", "member.range")
	return claims
}

// room is the one that the payload of a permission token is for.
func room(payload string) string {
	members, _, isObject := readObject([]byte(payload))
	check(isObject, "policy", "json.syntax")
	check(!repeated(members), "policy", "member.duplicate")
	name := find(members, "room_id")
	check(name.kind() == '"', "policy", "member.range")
	text, isText := name.text()
	check(isText && text != "", "policy", "member.range")
	check(arePrivileges(find(members, "privilege")), "policy", "privilege")
	check(areStreams(find(members, "stream_id_list")), "policy", "stream-ids")
	return text
}

func arePrivileges(privilege jsonValue) bool {
	members, _, isObject := readObject(privilege)
	keys := []string{}
	for _, member := range members {
		keys = append(keys, member.name)
		if flag := string(member.value); flag != "0" && flag != "1" {
			return false
		}
	}
	sort.Strings(keys)
	return isObject && contains([]string{"1", "2", "1,2"}, strings.Join(keys, ","))
}

func areStreams(list jsonValue) bool {
	streams, isList := readList(list)
	for _, stream := range streams {
		if stream.kind() != '"' {
			return false
		}
	}
	return isList || list.kind() == 'n' || list == nil
}

// SPDX-License-Identifier: 0BSD

// Package port is a port under test: ZEGO token04 in its GCM form, opened strictly with Go's own library.
// The clauses that it follows are those of zego-04-gcm/clauses.json.
package port

import (
	"crypto/aes"
	"crypto/cipher"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"
)

const depth = 64

// Refused says at which stage a token is refused, and why.
type Refused struct{ Stage, Reason string }

func (r *Refused) Error() string { return r.Stage + "/" + r.Reason }

// Claims are what a token says.
type Claims struct {
	AppID         uint32
	UserID        string
	Nonce         int32
	Ctime, Expire int64
	Payload       string
}

// Expected is what the token is compared with; nil compares nothing.
type Expected struct {
	Now            *int64
	AppID          *int64
	UserID, RoomID *string
}

func check(condition bool, stage, reason string) {
	if !condition {
		panic(&Refused{stage, reason})
	}
}

// Open returns the claims of a token, or the first rule that it breaks.
func Open(token, secret string, expected Expected) (claims Claims, err error) {
	defer func() {
		if caught := recover(); caught != nil {
			refused, ok := caught.(*Refused)
			if !ok {
				panic(caught)
			}
			err = refused
		}
	}()
	check(len(secret) == 32, "policy", "secret.length")
	header, iv, sealed := fields(decoded(token))
	claims = readClaims(decrypted(secret, iv, sealed))
	check(header == claims.Expire, "claims", "expire.mismatch")
	check(expected.Now == nil || *expected.Now < claims.Expire, "time", "expired")
	check(expected.AppID == nil || *expected.AppID == int64(claims.AppID), "policy", "app-id")
	check(expected.UserID == nil || *expected.UserID == claims.UserID, "policy", "user-id")
	check(expected.RoomID == nil || *expected.RoomID == room(claims.Payload), "policy", "room-id")
	return claims, nil
}

// What decodes has to encode to the same text: encoding/base64 passes over line feeds.
func decoded(token string) []byte {
	check(strings.HasPrefix(token, "04"), "encoding", "prefix")
	data, err := base64.StdEncoding.DecodeString(token[2:])
	same := err == nil && base64.StdEncoding.EncodeToString(data) == token[2:]
	check(same, "encoding", "base64")
	return data
}

// expire | iv-length | iv | ciphertext-length | ciphertext and tag | mode
func fields(data []byte) (expire int64, iv, sealed []byte) {
	take := func(count int) []byte {
		check(count <= len(data), "structure", "truncated")
		part := data[:count]
		data = data[count:]
		return part
	}
	expire = int64(binary.BigEndian.Uint64(take(8)))
	check(binary.BigEndian.Uint16(take(2)) == 12, "structure", "iv.length")
	iv = take(12)
	length := int(binary.BigEndian.Uint16(take(2)))
	check(length >= 16, "structure", "ciphertext.length")
	sealed = take(length)
	check(take(1)[0] == 1, "structure", "mode")
	check(len(data) == 0, "structure", "trailing")
	return expire, iv, sealed
}

func decrypted(secret string, iv, sealed []byte) []byte {
	block, err := aes.NewCipher([]byte(secret))
	if err != nil {
		panic(err)
	}
	gcm, err := cipher.NewGCM(block)
	if err != nil {
		panic(err)
	}
	plaintext, err := gcm.Open(nil, iv, sealed, nil)
	check(err == nil, "crypto", "tag")
	return plaintext
}

func readClaims(plaintext []byte) Claims {
	object := readJSON(string(plaintext), "claims")
	check(object.kind == '{', "claims", "json.syntax")
	known := map[string]bool{}
	for _, name := range strings.Fields("app_id user_id nonce ctime expire payload") {
		known[name] = true
	}
	found := map[string]value{}
	for _, member := range object.members {
		check(known[member.name], "claims", "member.unknown")
		_, repeated := found[member.name]
		check(!repeated, "claims", "member.duplicate")
		found[member.name] = member.value
	}
	check(len(found) == len(known), "claims", "member.missing")
	integer := func(name string, low, high int64) int64 {
		check(found[name].kind == 'i', "claims", "member.type")
		number, err := strconv.ParseInt(found[name].text, 10, 64)
		check(err == nil && low <= number && number <= high, "claims", "member.range")
		return number
	}
	text := func(name string) string {
		check(found[name].kind == '"', "claims", "member.type")
		check(found[name].isText, "claims", "json.text")
		return found[name].text
	}
	claims := Claims{}
	claims.AppID = uint32(integer("app_id", 1, 1<<32-1))
	claims.UserID = text("user_id")
	claims.Nonce = int32(integer("nonce", -1<<31, 1<<31-1))
	claims.Ctime = integer("ctime", 0, 1<<63-1)
	claims.Expire = integer("expire", 0, 1<<63-1)
	claims.Payload = text("payload")
	check(claims.UserID != "", "claims", "member.range")
	return claims
}

// The room that a payload is for.
func room(payload string) string {
	found := map[string]value{}
	for _, member := range readJSON(payload, "policy").members {
		_, repeated := found[member.name]
		check(!repeated, "policy", "member.duplicate")
		found[member.name] = member.value
	}
	name := found["room_id"]
	check(name.kind == '"' && name.isText && name.text != "", "policy", "member.range")
	keys := []string{}
	for _, member := range found["privilege"].members {
		keys = append(keys, member.name)
		flag := member.value
		check(flag.kind == 'i' && (flag.text == "0" || flag.text == "1"), "policy", "privilege")
	}
	sort.Strings(keys)
	joined := strings.Join(keys, ",")
	check(joined == "1" || joined == "2" || joined == "1,2", "policy", "privilege")
	streams, given := found["stream_id_list"]
	check(!given || streams.kind == 'n' || streams.kind == '[', "policy", "stream-ids")
	for _, stream := range streams.items {
		check(stream.kind == '"', "policy", "stream-ids")
	}
	return name.text
}

// A JSON value: its kind is { [ " t f n, i for an integer, or . for another number.
type value struct {
	kind    byte
	text    string // of a string, or the digits of an integer
	isText  bool   // whether a string is UTF-8 without a surrogate alone
	members []member
	items   []value
}

type member struct {
	name  string
	value value
}

var (
	blanks = regexp.MustCompile(`^[ \t\n\r]*`)
	word   = regexp.MustCompile(`^(?:true|false|null)`)
	number = regexp.MustCompile(`^-?(?:0|[1-9][0-9]*)((?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)`)
	quoted = regexp.MustCompile(`^"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"`)
	// A pair of surrogates, one alone, or the beginning of another escape.
	escape = regexp.MustCompile(`\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u[dD][89a-fA-F]..|\\.`)
)

// encoding/json keeps the last of repeated members and puts U+FFFD for broken text: this keeps all.
type reader struct{ rest, stage string }

func readJSON(text, stage string) value {
	reader := &reader{text, stage}
	found := reader.value(1)
	reader.match(blanks)
	reader.expect(reader.rest == "")
	return found
}

func (r *reader) expect(condition bool) { check(condition, r.stage, "json.syntax") }

func (r *reader) match(pattern *regexp.Regexp) []string {
	found := pattern.FindStringSubmatch(r.rest)
	if found != nil {
		r.rest = r.rest[len(found[0]):]
	}
	return found
}

func (r *reader) accept(sign string) bool {
	r.match(blanks)
	found := strings.HasPrefix(r.rest, sign)
	if found {
		r.rest = r.rest[len(sign):]
	}
	return found
}

func (r *reader) value(level int) value {
	r.expect(level <= depth)
	if r.accept("{") {
		found := value{kind: '{'}
		r.list("}", func() {
			name := r.string().text
			r.expect(r.accept(":"))
			found.members = append(found.members, member{name, r.value(level + 1)})
		})
		return found
	}
	if r.accept("[") {
		found := value{kind: '['}
		r.list("]", func() { found.items = append(found.items, r.value(level+1)) })
		return found
	}
	if strings.HasPrefix(r.rest, `"`) {
		return r.string()
	}
	if found := r.match(word); found != nil {
		return value{kind: found[0][0]}
	}
	found := r.match(number)
	r.expect(found != nil)
	if found[1] != "" {
		return value{kind: '.'}
	}
	return value{kind: 'i', text: found[0]}
}

func (r *reader) list(end string, read func()) {
	if r.accept(end) {
		return
	}
	read()
	for r.accept(",") {
		read()
	}
	r.expect(r.accept(end))
}

func (r *reader) string() value {
	r.match(blanks)
	raw := r.match(quoted)
	r.expect(raw != nil)
	found := value{kind: '"', isText: utf8.ValidString(raw[0])}
	for _, each := range escape.FindAllString(raw[0], -1) {
		found.isText = found.isText && len(each) != len(`\ud800`)
	}
	if err := json.Unmarshal([]byte(raw[0]), &found.text); err != nil {
		panic(err)
	}
	return found
}

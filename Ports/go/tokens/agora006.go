// SPDX-License-Identifier: 0BSD
package tokens

import (
	"crypto/hmac"
	"encoding/base64"
	"encoding/binary"
	"hash/crc32"
	"sort"
	"strings"
)

const day = 86400

// App006 makes the AccessTokens 006 of an app; a nil salt is drawn, and a nil end is a day from now.
type App006 struct {
	AppID, Certificate string
	Salt, Ts           *int64
	Now                int64
}

// Builder006 builds one token; what is done to it shows in no other one.
type Builder006 struct {
	appID, certificate, channel, user string
	salt, ts                          uint32
	privileges                        map[uint16]uint32
}

// Claims006 are what a token 006 says.
type Claims006 struct {
	AppID      string
	Salt, Ts   uint32
	Privileges map[uint16]uint32
}

// Expected006 is what a token 006 has to be for; AppID and Privileges may be left out.
type Expected006 struct {
	ChannelName, User string
	AppID             *string
	Privileges        []int64
}

var roles006 = map[string][]uint16{
	"attendee":   {1, 2, 3, 4},
	"publisher":  {1, 2, 3, 4, 5, 6, 10, 11, 12},
	"subscriber": {1, 7, 8, 9},
	"admin":      {1, 2, 3, 4, 101},
}

// Builder begins a token, for a user account or for what UID returns.
func (a App006) Builder(channelName, user string) (b *Builder006, err error) {
	defer refusal(&err)
	checkChannel(channelName)
	return a.builder(channelName, user), nil
}

func (a App006) builder(channel, user string) *Builder006 {
	check(hexadecimal.MatchString(a.AppID), "policy", "app-id")
	checkCertificate(a.Certificate)
	checkUser(user)
	end := a.Now + day
	if a.Ts != nil {
		end = *a.Ts
	}
	return &Builder006{
		a.AppID, a.Certificate, channel, user, drawn32(a.Salt), bits32(end), map[uint16]uint32{},
	}
}

// SetPrivilege grants a privilege until a second, or for as long as the token where that is 0.
func (b *Builder006) SetPrivilege(privilege, expire int64) (err error) {
	defer refusal(&err)
	b.privileges[bits16(privilege)] = bits32(expire)
	return nil
}

// RemovePrivilege takes a privilege back, where it was granted.
func (b *Builder006) RemovePrivilege(privilege int64) (err error) {
	defer refusal(&err)
	delete(b.privileges, bits16(privilege))
	return nil
}

// InitPrivileges grants the privileges of a role, and no others.
func (b *Builder006) InitPrivileges(role string) (err error) {
	defer refusal(&err)
	check(roles006[role] != nil, "policy", "role")
	b.privileges = map[uint16]uint32{}
	for _, privilege := range roles006[role] {
		b.privileges[privilege] = 0
	}
	return nil
}

// SetSaltTs takes a salt and an end in place of the drawn ones.
func (b *Builder006) SetSaltTs(salt, ts int64) (err error) {
	defer refusal(&err)
	b.salt, b.ts = bits32(salt), bits32(ts)
	return nil
}

// InitTokenBuilder takes over salt, end and privileges of an older token, and proves nothing of it.
func (b *Builder006) InitTokenBuilder(token string) (err error) {
	defer refusal(&err)
	content := read006(token)
	b.salt, b.ts, b.privileges = content.Salt, content.Ts, content.Privileges
	return nil
}

// BuildToken makes the token; twice without a change between, the same one.
func (b *Builder006) BuildToken() string {
	message := b.message()
	signature := sign006(b.certificate, b.appID, b.channel, b.user, message)
	content := appendPrefixed(nil, signature)
	content = append32(content, crc32.ChecksumIEEE([]byte(b.channel)))
	content = append32(content, crc32.ChecksumIEEE([]byte(b.user)))
	content = appendPrefixed(content, message)
	return "006" + b.appID + base64.StdEncoding.EncodeToString(content)
}

// salt | ts | privilege-count | privilege | privilege-expire | ...
func (b *Builder006) message() []byte {
	privileges := []uint16{}
	for privilege := range b.privileges {
		privileges = append(privileges, privilege)
	}
	sort.Slice(privileges, func(i, j int) bool { return privileges[i] < privileges[j] })
	message := append32(append32(nil, b.salt), b.ts)
	message = append16(message, uint16(len(privileges)))
	for _, privilege := range privileges {
		message = append32(append16(message, privilege), b.privileges[privilege])
	}
	return message
}

func sign006(certificate, appID, channel, user string, message []byte) []byte {
	return hmacSHA256([]byte(certificate), append([]byte(appID+channel+user), message...))
}

// Rtc makes a token for a channel: a subscriber (2) joins, the roles 0, 1 and 101 publish too.
func (a App006) Rtc(channelName, user string, role, expire int64) (token string, err error) {
	defer refusal(&err)
	granted := map[int64]int64{0: 4, 1: 4, 101: 4, 2: 1}[role]
	check(granted > 0, "policy", "role")
	checkChannel(channelName)
	b := a.builder(channelName, user)
	for privilege := int64(1); privilege <= granted; privilege++ {
		b.privileges[uint16(privilege)] = bits32(expire)
	}
	return b.BuildToken(), nil
}

// Rtm makes a token to log in to RTM, with the account in the place of the channel.
func (a App006) Rtm(account string, role, expire int64) (token string, err error) {
	defer refusal(&err)
	check(role == 1, "policy", "role")
	checkUser(account)
	b := a.builder(account, "")
	b.privileges[1000] = bits32(expire)
	return b.BuildToken(), nil
}

// content006 is all that stands in a token.
type content006 struct {
	Claims006
	signature, message  []byte
	channelCRC, userCRC uint32
}

// signature-length | signature | channel-crc | uid-crc | message-length | message
func read006(token string) (content content006) {
	check(strings.HasPrefix(token, "006"), "encoding", "version")
	check(len(token) >= 35, "structure", "truncated")
	content.AppID = token[3:35]
	data, holds := strictly(base64.StdEncoding, token[35:])
	check(holds, "encoding", "base64")
	check(hexadecimal.MatchString(content.AppID), "structure", "app-id")
	reader := reader{data, binary.LittleEndian}
	content.signature = reader.prefixed()
	content.channelCRC, content.userCRC = reader.uint32(), reader.uint32()
	content.message = reader.prefixed()
	check(len(reader.rest) == 0, "structure", "trailing")
	check(len(content.signature) == 32, "structure", "signature.length")
	content.readMessage()
	return content
}

func (c *content006) readMessage() {
	reader := reader{c.message, binary.LittleEndian}
	c.Salt, c.Ts = reader.uint32(), reader.uint32()
	count := int(reader.uint16())
	check(len(reader.rest) == 6*count, "structure", "privilege.count")
	c.Privileges = map[uint16]uint32{}
	for len(reader.rest) > 0 {
		privilege, expire := reader.uint16(), reader.uint32()
		_, twice := c.Privileges[privilege]
		check(!twice, "structure", "privilege.duplicate")
		c.Privileges[privilege] = expire
	}
}

// Open006 returns the claims of a token, or the first rule that it breaks.
func Open006(token, certificate string, expected Expected006, now int64) (claims Claims006, err error) {
	defer refusal(&err)
	checkCertificate(certificate)
	content := read006(token)
	content.checkSignature(certificate, expected.ChannelName, expected.User)
	check(now < int64(content.Ts), "time", "expired")
	check(expected.AppID == nil || *expected.AppID == content.AppID, "policy", "app-id")
	for _, privilege := range expected.Privileges {
		expire, found := content.Privileges[uint16(privilege)]
		check(found && privilege>>16 == 0, "policy", "privilege.missing")
		check(expire == 0 || now < int64(expire), "time", "privilege.expired")
	}
	return content.Claims006, nil
}

// checkSignature tries the user, and nobody where the token says that it is for the uid 0.
// The sums, which nothing proves, tell what a wrong signature is for.
func (c *content006) checkSignature(certificate, channel, user string) {
	channelHolds := crc32.ChecksumIEEE([]byte(channel)) == c.channelCRC
	userHolds := crc32.ChecksumIEEE([]byte(user)) == c.userCRC
	forAnyone := c.userCRC == crc32.ChecksumIEEE(nil)
	signedFor := func(user string) bool {
		return hmac.Equal(sign006(certificate, c.AppID, channel, user, c.message), c.signature)
	}
	if signedFor(user) || forAnyone && signedFor("") {
		check(channelHolds, "crypto", "channel.crc")
		check(userHolds || forAnyone && signedFor(""), "crypto", "uid.crc")
		return
	}
	check(channelHolds, "crypto", "channel")
	check(userHolds || forAnyone, "crypto", "uid")
	check(false, "crypto", "signature")
}

// SPDX-License-Identifier: 0BSD
package tokens

import (
	"bytes"
	"compress/zlib"
	"crypto/hmac"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"sort"
	"strings"
	"unicode/utf8"
)

const mostContent = 1 << 20

// App007 makes the AccessTokens2 of an app; a nil salt is drawn, and a nil time of issue is now.
type App007 struct {
	AppID, Certificate string
	Salt, IssueTs      *int64
	Now                int64
}

// Content007 is what a token says.
type Content007 struct {
	AppID                  string
	IssueTs, Expire, Salt  int64
	Services               []Service007
	signature, signedBytes []byte
}

// Service007 is one service: of its fields, its type has those that the table of types names.
type Service007 struct {
	Type        string
	Fields      map[string]string
	Role        int64
	Permissions []Permission007
	Privileges  []Privilege007
}

// Privilege007 is a privilege and its life in seconds, or 0.
type Privilege007 struct{ Privilege, Expire int64 }

// Permission007 is what a user of RTM 2 may do with some resources of one type.
type Permission007 struct {
	ResourceType, Permission int64
	Names                    []string
}

// Expected007 is what a token has to be for; nil asks for nothing.
type Expected007 struct {
	AppID, Service, ChannelName, User *string
	Privileges                        []int64
}

type type007 struct {
	name   string
	fields []string
}

// The place of a type in the table is its number.
var types007 = []type007{
	{},
	{"rtc", []string{"channel_name", "uid"}},
	{"rtm", []string{"user_id"}},
	{"streaming", []string{"channel_name", "uid"}},
	{"fpa", nil},
	{"chat", []string{"user_id"}},
	{"fcdn", []string{"channel_name", "uid"}},
	{"apaas", []string{"room_uuid", "user_uuid"}},
	{"rtm2", []string{"user_id"}},
}

// number is that of the service's type, or 0.
func (s Service007) number() int {
	for number, each := range types007 {
		if number > 0 && each.name == s.Type {
			return number
		}
	}
	return 0
}

// Mint makes a token that lives for some seconds.
func (a App007) Mint(expire int64, services ...Service007) (token string, err error) {
	defer refusal(&err)
	check(hexadecimal.MatchString(a.AppID), "policy", "app-id")
	checkCertificate(a.Certificate)
	check(0 < len(services) && len(services) <= math.MaxUint16, "policy", "service.count")
	ordered := []Service007{}
	for _, service := range services {
		service.check()
		ordered = append(ordered, service.inOrder())
	}
	sort.SliceStable(ordered, func(i, j int) bool { return ordered[i].number() < ordered[j].number() })
	content := Content007{AppID: a.AppID, IssueTs: a.Now, Expire: expire, Services: ordered}
	content.Salt = int64(drawn32(a.Salt))
	if a.IssueTs != nil {
		content.IssueTs = *a.IssueTs
	}
	return content.build(a.Certificate), nil
}

func (s Service007) check() {
	check(s.number() > 0, "policy", "field")
	for _, name := range types007[s.number()].fields {
		text := s.Fields[name]
		switch name {
		case "channel_name":
			checkChannel(text)
		case "uid":
			checkUser(text)
		}
		check(utf8.ValidString(text) && len(text) <= math.MaxUint16, "policy", "field")
	}
}

// inOrder has each privilege and each permission once, as it was given last, by their numbers.
func (s Service007) inOrder() Service007 {
	lives := map[int64]Privilege007{}
	for _, each := range s.Privileges {
		lives[each.Privilege] = each
	}
	s.Privileges = nil
	for _, each := range lives {
		s.Privileges = append(s.Privileges, each)
	}
	sort.Slice(s.Privileges, func(i, j int) bool {
		return s.Privileges[i].Privilege < s.Privileges[j].Privilege
	})
	permissions := map[[2]int64]Permission007{}
	for _, each := range s.Permissions {
		permissions[[2]int64{each.ResourceType, each.Permission}] = each
	}
	s.Permissions = nil
	for _, each := range permissions {
		s.Permissions = append(s.Permissions, each)
	}
	sort.Slice(s.Permissions, func(i, j int) bool {
		a, b := s.Permissions[i], s.Permissions[j]
		return a.ResourceType < b.ResourceType ||
			a.ResourceType == b.ResourceType && a.Permission < b.Permission
	})
	return s
}

// build writes a token with its services in the order in which they stand.
func (c Content007) build(certificate string) string {
	info := c.info()
	signature := c.sign(certificate, info)
	compressed := bytes.Buffer{}
	writer := zlib.NewWriter(&compressed)
	must(writer.Write(append(appendPrefixed(nil, signature), info...)))
	must(0, writer.Close())
	return "007" + base64.StdEncoding.EncodeToString(compressed.Bytes())
}

// sign makes its key from the certificate under the time of issue, and that under the salt.
func (c Content007) sign(certificate string, info []byte) []byte {
	key := hmacSHA256(append32(nil, bits32(c.IssueTs)), []byte(certificate))
	return hmacSHA256(hmacSHA256(append32(nil, bits32(c.Salt)), key), info)
}

// app-id | issue-ts | expire | salt | service-count | services
func (c Content007) info() []byte {
	info := appendPrefixed(nil, []byte(c.AppID))
	info = append32(append32(append32(info, bits32(c.IssueTs)), bits32(c.Expire)), bits32(c.Salt))
	info = append16(info, bits16(int64(len(c.Services))))
	for _, service := range c.Services {
		info = service.append(info)
	}
	return info
}

// service-type | privilege-count | privilege | privilege-expire | ... | the type's own fields
func (s Service007) append(info []byte) []byte {
	info = append16(append16(info, uint16(s.number())), bits16(int64(len(s.Privileges))))
	for _, each := range s.Privileges {
		info = append32(append16(info, bits16(each.Privilege)), bits32(each.Expire))
	}
	for _, name := range types007[s.number()].fields {
		info = appendPrefixed(info, []byte(s.Fields[name]))
	}
	if s.Type == "apaas" {
		info = append16(info, uint16(inRange(s.Role, math.MinInt16, math.MaxInt16)))
	}
	if s.Type == "rtm2" {
		info = appendPermissions(info, s.Permissions)
	}
	return info
}

// resource-count | resource-type | permission-count | permission | name-count | name-length | name
func appendPermissions(info []byte, permissions []Permission007) []byte {
	resources := [][]Permission007{}
	for _, each := range permissions {
		last := len(resources) - 1
		if last < 0 || resources[last][0].ResourceType != each.ResourceType {
			resources, last = append(resources, nil), last+1
		}
		resources[last] = append(resources[last], each)
	}
	info = append16(info, bits16(int64(len(resources))))
	for _, same := range resources {
		info = append16(append16(info, bits16(same[0].ResourceType)), bits16(int64(len(same))))
		for _, each := range same {
			info = append16(append16(info, bits16(each.Permission)), bits16(int64(len(each.Names))))
			for _, name := range each.Names {
				check(utf8.ValidString(name) && len(name) <= math.MaxUint16, "policy", "field")
				info = appendPrefixed(info, []byte(name))
			}
		}
	}
	return info
}

// Parse007 reads a token and proves nothing of it.
func Parse007(token string) (parsed Content007, err error) {
	defer refusal(&err)
	return read007(token), nil
}

// Rebuild builds a parsed token again, with its content as it was.
func (c Content007) Rebuild(certificate string) (token string, err error) {
	defer refusal(&err)
	checkCertificate(certificate)
	return c.build(certificate), nil
}

func read007(token string) (parsed Content007) {
	check(strings.HasPrefix(token, "007"), "encoding", "version")
	stream, holds := strictly(base64.StdEncoding, token[3:])
	check(holds, "encoding", "base64")
	reader := reader{inflated(stream), binary.LittleEndian}
	parsed.signature = reader.prefixed()
	check(len(parsed.signature) == 32, "structure", "signature.length")
	parsed.signedBytes = reader.rest
	parsed.AppID = string(reader.prefixed())
	check(hexadecimal.MatchString(parsed.AppID), "structure", "app-id")
	parsed.IssueTs, parsed.Expire = int64(reader.uint32()), int64(reader.uint32())
	parsed.Salt = int64(reader.uint32())
	count := int(reader.uint16())
	check(count > 0, "structure", "service.count")
	for ; count > 0; count-- {
		parsed.Services = append(parsed.Services, reader.service007())
	}
	check(len(reader.rest) == 0, "structure", "trailing")
	return parsed
}

// inflated reads one zlib stream, and nothing behind it.
func inflated(stream []byte) []byte {
	source := bytes.NewReader(stream)
	check(len(stream) == 0 || stream[0]>>4 <= 7, "encoding", "zlib") // a window of at most 32 KiB
	reader, err := zlib.NewReader(source)
	content := []byte{}
	if err == nil {
		content, err = io.ReadAll(io.LimitReader(reader, mostContent+1))
	}
	check(!errors.Is(err, io.ErrUnexpectedEOF), "encoding", "truncated")
	check(err != zlib.ErrChecksum, "encoding", "zlib.checksum")
	check(err == nil, "encoding", "zlib")
	check(len(content) <= mostContent, "encoding", "zlib.limit")
	check(source.Len() == 0, "encoding", "trailing")
	return content
}

func (r *reader) service007() (service Service007) {
	number := int(r.uint16())
	check(0 < number && number < len(types007), "structure", "service.type")
	service.Type, service.Fields = types007[number].name, map[string]string{}
	seen := map[uint16]bool{}
	for count := r.uint16(); count > 0; count-- {
		privilege, expire := r.uint16(), r.uint32()
		check(!seen[privilege], "structure", "privilege.duplicate")
		seen[privilege] = true
		service.Privileges = append(service.Privileges, Privilege007{int64(privilege), int64(expire)})
	}
	for _, name := range types007[number].fields {
		service.Fields[name] = string(r.prefixed())
	}
	if service.Type == "apaas" {
		service.Role = int64(int16(r.uint16()))
	}
	if service.Type == "rtm2" {
		service.Permissions = r.permissions007()
	}
	return service
}

func (r *reader) permissions007() (permissions []Permission007) {
	resources := map[uint16]bool{}
	for count := r.uint16(); count > 0; count-- {
		resource, seen := r.uint16(), map[uint16]bool{}
		check(!resources[resource], "structure", "permission.duplicate")
		resources[resource] = true
		for count := r.uint16(); count > 0; count-- {
			permission, names := r.uint16(), []string{}
			check(!seen[permission], "structure", "permission.duplicate")
			seen[permission] = true
			for count := r.uint16(); count > 0; count-- {
				names = append(names, string(r.prefixed()))
			}
			permissions = append(permissions, Permission007{int64(resource), int64(permission), names})
		}
	}
	return permissions
}

// Open007 returns what a token says, or the first rule that it breaks.
func Open007(token, certificate string, expected Expected007, now int64) (claims Content007, err error) {
	defer refusal(&err)
	checkCertificate(certificate)
	claims = read007(token)
	signature := claims.sign(certificate, claims.signedBytes)
	check(hmac.Equal(signature, claims.signature), "crypto", "signature")
	check(claims.IssueTs <= now, "time", "not-yet")
	check(now < claims.IssueTs+claims.Expire, "time", "expired")
	check(expected.AppID == nil || *expected.AppID == claims.AppID, "policy", "app-id")
	claims.checkServices(expected, now)
	return claims, nil
}

// checkServices looks for one service that meets all that is asked for.
func (c Content007) checkServices(expected Expected007, now int64) {
	services := c.Services
	narrow := func(stage, reason string, meets func(Service007) bool) {
		left := []Service007{}
		for _, service := range services {
			if meets(service) {
				left = append(left, service)
			}
		}
		services = left
		check(len(services) > 0, stage, reason)
	}
	narrow("policy", "service", func(s Service007) bool {
		return expected.Service == nil || *expected.Service == s.Type
	})
	narrow("policy", "channel", func(s Service007) bool {
		name, has := s.Fields["channel_name"]
		return expected.ChannelName == nil || has && name == *expected.ChannelName
	})
	narrow("policy", "uid", func(s Service007) bool { return expected.User == nil || s.isFor(*expected.User) })
	narrow("policy", "privilege.missing", func(s Service007) bool {
		return s.grants(expected.Privileges, func(Privilege007) bool { return true })
	})
	narrow("time", "privilege.expired", func(s Service007) bool {
		return s.grants(expected.Privileges, func(p Privilege007) bool {
			return p.Expire == 0 || now < c.IssueTs+p.Expire
		})
	})
}

// isFor tells whether the service names the user; in a channel, nobody stands for everybody.
func (s Service007) isFor(user string) bool {
	for _, name := range []string{"uid", "user_id", "user_uuid"} {
		if named, has := s.Fields[name]; has {
			return named == user || name == "uid" && named == ""
		}
	}
	return false
}

func (s Service007) grants(asked []int64, holds func(Privilege007) bool) bool {
	granted := map[int64]bool{}
	for _, each := range s.Privileges {
		granted[each.Privilege] = holds(each)
	}
	for _, privilege := range asked {
		if !granted[privilege] {
			return false
		}
	}
	return true
}

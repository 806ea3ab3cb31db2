// SPDX-License-Identifier: 0BSD
package tokens

import (
	"bytes"
	"encoding/json"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

const mostLine = 4096

var (
	userPart = regexp.MustCompile(`^[A-Za-z0-9\-._~!$&'()*+;=:%]*$`)
	percents = regexp.MustCompile(`^(?:[^%]|%[0-9A-Fa-f]{2})*$`)
	hostName = regexp.MustCompile(`^[A-Za-z0-9\-._]+$`)
	address6 = regexp.MustCompile(`^[0-9A-Fa-f:.]+$`)
	portText = regexp.MustCompile(`^:[0-9]{1,5}$`)
	command  = regexp.MustCompile(`^(?i:connect)[ \t]+`)
)

// NatsCredentials are a token, or a user and a password; nil is not given.
type NatsCredentials struct{ Token, User, Pass *string }

// NatsAddress is what the address of a server says.
type NatsAddress struct {
	NatsCredentials
	Scheme, Host string
	Port         int
}

// NatsOptions are those of a client; nil is not given.
type NatsOptions struct {
	NatsCredentials
	TokenHandler func() string
}

// Carry returns the CONNECT line that a client sends to a server, without its end.
func Carry(address string, options NatsOptions) (line string, err error) {
	defer refusal(&err)
	given := readAddress(address).places()
	given = append(given, options.NatsCredentials.places()...)
	if options.TokenHandler != nil {
		token := options.TokenHandler()
		given = append(given, NatsCredentials{Token: &token})
	}
	check(len(given) <= 1, "policy", "credentials")
	sent := NatsCredentials{}
	if len(given) == 1 {
		sent = given[0]
	}
	sent.check()
	object := connectObject(sent)
	check(len(object) <= mostLine, "policy", "line.length")
	return "CONNECT " + object, nil
}

// places has a token and a user apart, since only one of them can be sent.
func (c NatsCredentials) places() (places []NatsCredentials) {
	if c.Token != nil {
		places = append(places, NatsCredentials{Token: c.Token})
	}
	if c.User != nil || c.Pass != nil {
		places = append(places, NatsCredentials{User: c.User, Pass: c.Pass})
	}
	return places
}

func (c NatsCredentials) check() {
	for _, text := range []*string{c.Token, c.User, c.Pass} {
		isText := text == nil || utf8.ValidString(*text) && !strings.Contains(*text, "\x00")
		check(isText, "policy", "token.text")
	}
	check(c.Token == nil || *c.Token != "", "policy", "token.empty")
}

func connectObject(sent NatsCredentials) string {
	text := bytes.Buffer{}
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	must(0, encoder.Encode(struct {
		Verbose   bool    `json:"verbose"`
		Pedantic  bool    `json:"pedantic"`
		AuthToken *string `json:"auth_token,omitempty"`
		User      *string `json:"user,omitempty"`
		Pass      *string `json:"pass,omitempty"`
		Lang      string  `json:"lang"`
		Version   string  `json:"version"`
		Protocol  int     `json:"protocol"`
	}{false, false, sent.Token, sent.User, sent.Pass, "go", "1", 1}))
	return strings.TrimSuffix(text.String(), "\n")
}

// ReadAddress takes the address of one server apart.
func ReadAddress(address string) (read NatsAddress, err error) {
	defer refusal(&err)
	return readAddress(address), nil
}

// scheme :// user part @ host : port
func readAddress(address string) NatsAddress {
	read := NatsAddress{Scheme: "nats", Port: 4222}
	if scheme, rest, has := strings.Cut(address, "://"); has {
		read.Scheme, address = strings.ToLower(scheme), rest
	}
	check(contains([]string{"nats", "tls", "ws", "wss"}, read.Scheme), "structure", "url.scheme")
	authority, path := address, ""
	if end := strings.IndexAny(address, "/?#"); end >= 0 {
		authority, path = address[:end], address[end:]
	}
	if at := strings.LastIndex(authority, "@"); at >= 0 {
		read.NatsCredentials = readUserPart(authority[:at])
		authority = authority[at+1:]
	}
	read.Host, read.Port = readHost(authority)
	check(path == "" || path == "/", "structure", "url.path")
	return read
}

// readUserPart takes what has a colon for a user and a password, and else for a token.
func readUserPart(text string) (read NatsCredentials) {
	check(userPart.MatchString(text), "structure", "url.character")
	check(percents.MatchString(text), "structure", "url.escape")
	user, password, isUser := strings.Cut(text, ":")
	check(user != "", "structure", "url.user")
	user, password = unescaped(user), unescaped(password)
	if isUser {
		read.User, read.Pass = &user, &password
	} else {
		read.Token = &user
	}
	read.check()
	return read
}

// unescaped resolves escapes once; a plus stays a plus.
func unescaped(text string) string {
	resolved := must(url.PathUnescape(text))
	check(utf8.ValidString(resolved), "structure", "url.escape")
	return resolved
}

// readHost takes a name, or an address in brackets, and the port behind a colon.
func readHost(text string) (host string, port int) {
	host, behind := text, ""
	if strings.HasPrefix(text, "[") {
		end := strings.Index(text, "]")
		check(end > 0 && address6.MatchString(text[1:end]), "structure", "url.host")
		host, behind = text[1:end], text[end+1:]
	} else {
		if colon := strings.LastIndex(text, ":"); colon >= 0 {
			host, behind = text[:colon], text[colon:]
		}
		check(behind != ":", "structure", "url.port")
		check(!strings.Contains(behind, ","), "structure", "url.host") // one server alone
		check(hostName.MatchString(host), "structure", "url.host")
	}
	if behind == "" {
		return host, 4222
	}
	check(portText.MatchString(behind), "structure", "url.port")
	port = must(strconv.Atoi(behind[1:]))
	check(0 < port && port <= 65535, "structure", "url.port")
	return host, port
}

// ReadLine returns what a server reads in a CONNECT line.
func ReadLine(line string) (read NatsCredentials, err error) {
	defer refusal(&err)
	line = strings.TrimSuffix(line, "\r\n")
	check(!strings.ContainsAny(line, "\r\n"), "structure", "line.trailing")
	verb := command.FindString(line)
	check(verb != "", "structure", "verb")
	argument := line[len(verb):]
	check(len(argument) <= mostLine, "structure", "line.length")
	members, _, isObject := readObject([]byte(argument))
	check(isObject, "structure", "json.syntax")
	for _, member := range members { // the last of several counts
		switch strings.ToLower(member.name) {
		case "auth_token":
			read.Token = credential(member.value)
		case "user":
			read.User = credential(member.value)
		case "pass":
			read.Pass = credential(member.value)
		}
	}
	return read, nil
}

func credential(value jsonValue) *string {
	if value.kind() == 'n' {
		return nil
	}
	check(value.kind() == '"', "claims", "member.type")
	text, isText := value.text()
	check(isText, "policy", "token.text")
	return &text
}

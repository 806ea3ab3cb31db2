// SPDX-License-Identifier: 0BSD
package tokens

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strconv"
	"unicode/utf8"
)

const depth = 64

// A pair of surrogates, one alone, or the beginning of another escape.
var escape = regexp.MustCompile(`\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u[dD][89a-fA-F]..|\\.`)

// jsonValue is a value as it is written.
type jsonValue []byte

type member struct {
	name  string
	value jsonValue
}

// readObject returns all members, repeated ones too: a map would keep the last alone.
func readObject(text []byte) (members []member, isJSON, isObject bool) {
	if !json.Valid(text) || nesting(text) > depth {
		return nil, false, false
	}
	if bytes.TrimLeft(text, " \t\r\n")[0] != '{' {
		return nil, true, false
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	must(decoder.Token())
	for decoder.More() {
		name := must(decoder.Token()).(string)
		var value json.RawMessage
		must(0, decoder.Decode(&value))
		members = append(members, member{name, jsonValue(value)})
	}
	return members, true, true
}

// readList returns the values of a list, or nothing where it is none.
func readList(text jsonValue) (values []jsonValue, isList bool) {
	var items []json.RawMessage
	if text.kind() != '[' || json.Unmarshal(text, &items) != nil {
		return nil, false
	}
	for _, item := range items {
		values = append(values, jsonValue(item))
	}
	return values, true
}

// nesting counts how many values stand inside each other at most.
func nesting(text []byte) int {
	level, deepest, quoted, escaped := 1, 1, false, false
	for _, sign := range text {
		switch {
		case escaped:
			escaped = false
		case quoted && sign == '\\':
			escaped = true
		case sign == '"':
			quoted = !quoted
		case quoted:
		case sign == '{' || sign == '[':
			level++
		case sign == '}' || sign == ']':
			level--
		}
		if level > deepest {
			deepest = level
		}
	}
	return deepest
}

// find returns a member by its name, and nil where there is none.
func find(members []member, name string) jsonValue {
	for _, member := range members {
		if member.name == name {
			return member.value
		}
	}
	return nil
}

// repeated tells whether one of the names comes twice; without names, any.
func repeated(members []member, names ...string) bool {
	seen := map[string]int{}
	for _, member := range members {
		seen[member.name]++
	}
	for name, count := range seen {
		if count > 1 && (len(names) == 0 || contains(names, name)) {
			return true
		}
	}
	return false
}

func contains(names []string, name string) bool {
	for _, each := range names {
		if each == name {
			return true
		}
	}
	return false
}

// kind is one of { [ " t f n, 0 for a number, or nothing for a missing value.
func (v jsonValue) kind() byte {
	switch {
	case len(v) == 0:
		return ' '
	case v[0] == '-' || '0' <= v[0] && v[0] <= '9':
		return '0'
	}
	return v[0]
}

// text is that of a string; it does not hold where that is no Unicode text.
func (v jsonValue) text() (text string, isText bool) {
	must(0, json.Unmarshal(v, &text))
	isText = utf8.Valid(v)
	for _, each := range escape.FindAll(v, -1) {
		isText = isText && len(each) != len(`\ud800`)
	}
	return text, isText
}

// isInteger tells whether a number is written without fraction and exponent.
func (v jsonValue) isInteger() bool {
	return v.kind() == '0' && !bytes.ContainsAny(v, ".eE")
}

// integer is that of a number that isInteger; it does not fit where it needs more than 64 bits.
func (v jsonValue) integer() (number int64, fits bool) {
	number, err := strconv.ParseInt(string(v), 10, 64)
	return number, err == nil
}

// SPDX-License-Identifier: 0BSD

// Package tokens makes and opens the tokens of six formats strictly, with Go's own library alone.
// The rules that it follows are the clauses of each format, in FORMAT/clauses.json of the vectors.
package tokens

import "encoding/base64"

// Refused says at which stage a question is refused, and why.
type Refused struct{ Stage, Reason string }

func (r *Refused) Error() string { return r.Stage + "/" + r.Reason }

// check leaves the exported function that has deferred refusal, unless the rule holds.
func check(holds bool, stage, reason string) {
	if !holds {
		panic(&Refused{stage, reason})
	}
}

// refusal turns what check has thrown into an error; other panics go on.
func refusal(err *error) {
	switch caught := recover().(type) {
	case nil:
	case *Refused:
		*err = caught
	default:
		panic(caught)
	}
}

// must is for calls that fail only where Go itself is broken.
func must[T any](result T, err error) T {
	if err != nil {
		panic(err)
	}
	return result
}

// strictly decodes what would be encoded the same: encoding/base64 passes over line ends.
func strictly(encoding *base64.Encoding, text string) (data []byte, holds bool) {
	data, err := encoding.DecodeString(text)
	return data, err == nil && encoding.EncodeToString(data) == text
}

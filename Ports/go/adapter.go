// SPDX-License-Identifier: 0BSD

// Command port answers the questions of assay-port/1 with the code in the package tokens.
// This file speaks the protocol: a question in, a call, an answer out. What a call returns as an
// error is a refusal, and what panics is a crash. The calls are in calls.go.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"runtime"

	"example/port/tokens"
)

// A line of the runner is a hello, a question or a bye.
type line struct {
	Hello           *struct{ Run string }
	Seq, Format, Op string
	Now             any
	In, Inject      object
}

func main() {
	lines, answers := json.NewDecoder(os.Stdin), json.NewEncoder(os.Stdout)
	for asked := (line{}); lines.Decode(&asked) == nil; asked = (line{}) {
		switch {
		case asked.Hello != nil:
			answers.Encode(object{"hello": hello(asked.Hello.Run)})
		case asked.Seq != "":
			kind, members := answer(asked)
			answers.Encode(object{"seq": asked.Seq, kind: members})
		}
	}
}

func hello(run string) object {
	port := object{"name": "example-go", "language": "go", "version": "1", "runtime": runtime.Version()}
	return object{"protocol": "assay-port/1", "run": run, "port": port, "formats": formats, "inFlight": 16}
}

// answer makes the call that a question asks for, and says how it ended.
func answer(asked line) (kind string, members object) {
	defer func() {
		switch caught := recover().(type) {
		case nil:
		case refused:
			kind, members = "refused", object{"message": caught.Error()}
			if known := (*tokens.Refused)(nil); errors.As(caught.error, &known) {
				members["stage"], members["reason"] = known.Stage, known.Reason
			}
		case inexpressible:
			kind, members = "inexpressible", object{"why": caught}
		default:
			words := fmt.Sprint(caught)
			kind, members = "crashed", object{"type": fmt.Sprintf("%T", caught), "message": words}
		}
	}()
	call, promised := calls[asked.Format+" "+asked.Op]
	if !promised {
		return "unsupported", object{"what": asked.Format + " " + asked.Op}
	}
	return "accepted", call(asked)
}

// SPDX-License-Identifier: 0BSD

// Runs every vector for openers in a folder: go run . FOLDER
package main

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"example/port"
)

const minimum = 230 // a run with fewer vectors has lost some

type vector struct {
	ID     string
	Now    json.RawMessage
	In     map[string]*typed
	Expect struct {
		Verdict, Stage, Reason string
		AlsoAllowed            []string
		Answer                 struct{ Claims typed }
	}
}

// The typed values that vectors for openers have; a string of Go holds any bytes.
type typed struct {
	Int, Text, Hex, Repeat, Count string
	Members                       map[string]*typed
}

func must[T any](result T, err error) T {
	if err != nil {
		panic(err)
	}
	return result
}

func (t *typed) number() *int64 {
	if t == nil {
		return nil
	}
	number := must(strconv.ParseInt(t.Int, 10, 64))
	return &number
}

func (t *typed) text() *string {
	if t == nil {
		return nil
	}
	count := must(strconv.Atoi("0" + t.Count))
	text := t.Text + string(must(hex.DecodeString(t.Hex))) + strings.Repeat(t.Repeat, count)
	return &text
}

func second(now json.RawMessage) *int64 {
	if string(now) == `"port"` {
		second := time.Now().Unix()
		return &second
	}
	var given *typed
	must(0, json.Unmarshal(now, &given))
	return given.number()
}

// Why the port fails a vector; nothing where it passes.
func failure(vector vector) (why string) {
	defer func() {
		if caught := recover(); caught != nil {
			why = fmt.Sprint("a panic: ", caught)
		}
	}()
	in, expect := vector.In, vector.Expect
	check := expect.Stage + "/" + expect.Reason
	claims, err := port.Open(*in["token"].text(), *in["secret"].text(), port.Expected{
		Now: second(vector.Now), AppID: in["app_id"].number(),
		UserID: in["user_id"].text(), RoomID: in["room_id"].text(),
	})
	if err != nil && expect.Verdict == "accept" {
		return "refused by " + err.Error()
	}
	if err != nil {
		for _, right := range append(expect.AlsoAllowed, check) {
			if err.Error() == right {
				return ""
			}
		}
		return "refused by " + err.Error() + ", not by " + check
	}
	if expect.Verdict == "reject" {
		return "accepted in spite of " + check
	}
	wanted := expect.Answer.Claims.Members
	if claims != (port.Claims{
		AppID: uint32(*wanted["app_id"].number()), UserID: *wanted["user_id"].text(),
		Nonce: int32(*wanted["nonce"].number()), Ctime: *wanted["ctime"].number(),
		Expire: *wanted["expire"].number(), Payload: *wanted["payload"].text(),
	}) {
		return fmt.Sprint("other claims: ", claims)
	}
	return ""
}

func main() {
	count, failures := 0, 0
	for _, path := range must(filepath.Glob(filepath.Join(os.Args[1], "open-*.json"))) {
		var file struct {
			Vectors int
			Groups  []struct{ Vectors []vector }
		}
		must(0, json.Unmarshal(must(os.ReadFile(path)), &file))
		if file.Vectors != 1 {
			panic(path + " is of another version")
		}
		for _, group := range file.Groups {
			for _, vector := range group.Vectors {
				count++
				if why := failure(vector); why != "" {
					failures++
					fmt.Println(vector.ID + ": " + why)
				}
			}
		}
	}
	fmt.Printf("%d vectors, %d failures\n", count, failures)
	if failures > 0 || count < minimum {
		os.Exit(1)
	}
}

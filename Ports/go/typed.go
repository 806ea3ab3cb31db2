// SPDX-License-Identifier: 0BSD
package main

import (
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

type object = map[string]any

// inexpressible is why Go cannot state a question.
type inexpressible string

// refused is an error that a call returned: its own way to refuse.
type refused struct{ error }

// served is what a call returned, if it did not refuse.
func served[T any](result T, err error) T {
	if err != nil {
		panic(refused{err})
	}
	return result
}

// integer is what a typed value stands for, where it has a place in an int64.
func integer(typed any) int64 {
	value, _ := typed.(object)
	digits, _ := value["int"].(string)
	number, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		panic(inexpressible(fmt.Sprintf("an int64 is expected, not %.60v", typed)))
	}
	return number
}

func integer32(typed any) int32 {
	number := integer(typed)
	if int64(int32(number)) != number {
		panic(inexpressible(fmt.Sprintf("an int32 is expected, not %d", number)))
	}
	return int32(number)
}

// text is what a typed value stands for: a string of Go holds any bytes.
func text(typed any) string {
	value, _ := typed.(object)
	if text, is := value["text"].(string); is {
		return text
	}
	if digits, is := value["hex"].(string); is {
		return string(whole(hex.DecodeString(digits)))
	}
	if text, is := value["repeat"].(string); is {
		return strings.Repeat(text, whole(strconv.Atoi(value["count"].(string))))
	}
	panic(inexpressible(fmt.Sprintf("a string is expected, not %.60v", typed)))
}

// list is what a typed value stands for, each item read by its kind.
func list[T any](typed any, item func(any) T) (items []T) {
	values, is := typed.([]any)
	if !is && typed != nil {
		panic(inexpressible(fmt.Sprintf("a list is expected, not %.60v", typed)))
	}
	for _, each := range values {
		items = append(items, item(each))
	}
	return items
}

func members(typed any) object { return typed.(object)["members"].(object) }

// optional is nil where a value is absent or null.
func optional[T any](typed any, read func(any) T) *T {
	if typed == nil {
		return nil
	}
	value := read(typed)
	return &value
}

// second is now: the one that is injected, or that of the port's own clock.
func second(now any) int64 {
	if now == nil || now == "port" {
		return time.Now().Unix()
	}
	return integer(now)
}

func typedInteger[T int | int32 | int64 | uint32](number T) object {
	return object{"int": fmt.Sprint(number)}
}

func typedText(text string) object {
	if utf8.ValidString(text) {
		return object{"text": text}
	}
	return object{"hex": hex.EncodeToString([]byte(text))}
}

// whole is a value that no runner breaks.
func whole[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

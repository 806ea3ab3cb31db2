// SPDX-License-Identifier: 0BSD
package tokens

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"math"
	"regexp"
	"strconv"
)

var (
	hexadecimal = regexp.MustCompile(`^[0-9A-Fa-f]{32}$`)
	characters  = regexp.MustCompile(`^[a-zA-Z0-9 !#$%&()+,.:;<=>?@[\]^_{|}~-]*$`)
)

// UID is a uid as it is signed: its decimal digits, or nothing for 0, which stands for any uid.
// A user account is signed as it is, and needs no such call.
func UID(uid int64) (user string, err error) {
	defer refusal(&err)
	check(0 <= uid && uid <= math.MaxUint32, "policy", "uid")
	if uid == 0 {
		return "", nil
	}
	return strconv.FormatInt(uid, 10), nil
}

func checkCertificate(certificate string) {
	check(hexadecimal.MatchString(certificate), "policy", "certificate")
}

func checkChannel(name string) {
	check(1 <= len(name) && len(name) <= 64 && characters.MatchString(name), "policy", "channel")
}

func checkUser(user string) {
	check(len(user) <= 255 && characters.MatchString(user), "policy", "uid")
}

func inRange(number, low, high int64) int64 {
	check(low <= number && number <= high, "policy", "range")
	return number
}

func bits16(number int64) uint16 { return uint16(inRange(number, 0, math.MaxUint16)) }
func bits32(number int64) uint32 { return uint32(inRange(number, 0, math.MaxUint32)) }

// drawn32 is the number that is given, or one that is drawn from all 32 bits.
func drawn32(given *int64) uint32 {
	if given != nil {
		return bits32(*given)
	}
	return binary.LittleEndian.Uint32(randomBytes(4))
}

func hmacSHA256(key, text []byte) []byte {
	mac := hmac.New(sha256.New, key)
	mac.Write(text)
	return mac.Sum(nil)
}

func append16(data []byte, number uint16) []byte {
	return binary.LittleEndian.AppendUint16(data, number)
}

func append32(data []byte, number uint32) []byte {
	return binary.LittleEndian.AppendUint32(data, number)
}

// appendPrefixed puts a length of 16 bits in front.
func appendPrefixed(data, part []byte) []byte {
	return append(append16(data, uint16(len(part))), part...)
}

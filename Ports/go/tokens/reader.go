// SPDX-License-Identifier: 0BSD
package tokens

import "encoding/binary"

// reader takes fields from the bytes of a token, and refuses what reaches beyond them.
type reader struct {
	rest  []byte
	order binary.ByteOrder
}

func (r *reader) take(count int) []byte {
	check(count <= len(r.rest), "structure", "truncated")
	part := r.rest[:count]
	r.rest = r.rest[count:]
	return part
}

func (r *reader) uint16() uint16 { return r.order.Uint16(r.take(2)) }
func (r *reader) uint32() uint32 { return r.order.Uint32(r.take(4)) }
func (r *reader) uint64() uint64 { return r.order.Uint64(r.take(8)) }

// prefixed takes what stands behind its length of 16 bits.
func (r *reader) prefixed() []byte { return r.take(int(r.uint16())) }

// SPDX-License-Identifier: 0BSD
package tokens

import "crypto/cipher"

// ZegoGCM is the newer form of token04: AES-256-GCM with its tag, and a last byte that names the mode.
var ZegoGCM = Zego04{ivLength: 12, trailer: []byte{1}, seal: sealGCM, fits: hasTag, unseal: unsealGCM}

func hasTag(ciphertext int) bool { return ciphertext >= 16 }

func sealGCM(block cipher.Block, iv, plaintext []byte) []byte {
	return must(cipher.NewGCM(block)).Seal(nil, iv, plaintext, nil)
}

func unsealGCM(block cipher.Block, iv, ciphertext []byte) []byte {
	plaintext, err := must(cipher.NewGCM(block)).Open(nil, iv, ciphertext, nil)
	check(err == nil, "crypto", "tag")
	return plaintext
}

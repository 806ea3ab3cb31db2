// SPDX-License-Identifier: 0BSD
package tokens

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
)

// ZegoCBC is the older form of token04: AES-256-CBC, padded by PKCS #7, with nothing that proves it.
var ZegoCBC = Zego04{ivLength: 16, seal: sealCBC, fits: isBlocks, unseal: unsealCBC}

func isBlocks(ciphertext int) bool { return ciphertext > 0 && ciphertext%aes.BlockSize == 0 }

func padding(count int) []byte { return bytes.Repeat([]byte{byte(count)}, count) }

func sealCBC(block cipher.Block, iv, plaintext []byte) []byte {
	padded := append(plaintext, padding(aes.BlockSize-len(plaintext)%aes.BlockSize)...)
	cipher.NewCBCEncrypter(block, iv).CryptBlocks(padded, padded)
	return padded
}

func unsealCBC(block cipher.Block, iv, ciphertext []byte) []byte {
	padded := make([]byte, len(ciphertext))
	cipher.NewCBCDecrypter(block, iv).CryptBlocks(padded, ciphertext)
	count := int(padded[len(padded)-1])
	check(1 <= count && count <= aes.BlockSize, "crypto", "padding")
	check(bytes.HasSuffix(padded, padding(count)), "crypto", "padding")
	return padded[:len(padded)-count]
}

// SPDX-License-Identifier: 0BSD
module example

go 1.19

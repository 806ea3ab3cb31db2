// swift-tools-version: 6.2
// SPDX-License-Identifier: MIT

import PackageDescription

let package = Package(
  name: "assay",
  products: [
    .executable(name: "assay", targets: ["assay"]),
    .library(name: "ServiceTokens", targets: ["Agora", "NATS", "Nacos", "Zego"]),
    // For Fuzz and Benchmarks.
    .library(name: "Judging", targets: ["Files", "Ports", "Profiles", "Suite"]),
  ],
  targets: [
    .systemLibrary(
      name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CJansson", pkgConfig: "jansson", providers: [.apt(["libjansson-dev"])]),
    .systemLibrary(
      name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),

    .target(name: "Bytes"),
    .target(name: "CCrypto", dependencies: ["COpenSSL", "CZlib"]),
    .target(
      name: "CryptoCalls", dependencies: ["CCrypto"],
      swiftSettings: [.enableExperimentalFeature("SafeInteropWrappers")]),
    .target(name: "Crypto", dependencies: ["Bytes", "CryptoCalls"]),
    .target(name: "JSON", dependencies: ["Bytes"]),

    .target(name: "CFiles"),
    .target(
      name: "SystemCalls", dependencies: ["CFiles"],
      swiftSettings: [.enableExperimentalFeature("SafeInteropWrappers")]),
    .target(name: "Files", dependencies: ["SystemCalls"]),

    .target(name: "Agora", dependencies: ["Bytes", "Crypto"]),
    .target(name: "NATS", dependencies: ["Bytes", "Crypto", "JSON"]),
    .target(name: "Nacos", dependencies: ["Bytes", "Crypto", "JSON"]),
    .target(name: "Zego", dependencies: ["Bytes", "Crypto", "JSON"]),

    .target(name: "Suite", dependencies: ["Bytes", "Crypto", "Files", "JSON"]),
    .target(
      name: "Profiles",
      dependencies: ["Agora", "NATS", "Nacos", "Suite", "Zego", "Bytes", "Crypto", "JSON"],
      linkerSettings: [.linkedLibrary("m")]),
    // The extensions go first: a static link needs them before the library that they use.
    .target(
      name: "CMarkdown", dependencies: ["CCmarkGFM"],
      linkerSettings: [.linkedLibrary("cmark-gfm-extensions"), .linkedLibrary("cmark-gfm")]),
    .target(
      name: "MarkdownCalls", dependencies: ["CMarkdown"],
      swiftSettings: [.enableExperimentalFeature("SafeInteropWrappers")]),
    .target(name: "CSpawn"),
    .target(
      name: "SpawnCalls", dependencies: ["CSpawn"],
      swiftSettings: [.enableExperimentalFeature("SafeInteropWrappers")]),
    .target(name: "Spawn", dependencies: ["SpawnCalls"]),
    .target(name: "CSockets"),
    .target(
      name: "SocketCalls", dependencies: ["CSockets"],
      swiftSettings: [.enableExperimentalFeature("SafeInteropWrappers")]),
    .target(name: "Sockets", dependencies: ["SocketCalls"]),
    .target(name: "Ports", dependencies: ["Bytes", "Crypto", "Files", "JSON", "Spawn", "Suite"]),
    .target(name: "Probing", dependencies: ["Bytes", "JSON", "NATS", "Profiles", "Sockets"]),
    .target(name: "Pages", dependencies: ["Bytes", "Files", "JSON", "MarkdownCalls", "Spawn"]),
    .target(name: "Reports", dependencies: ["Bytes", "Crypto", "JSON", "Pages", "Suite"]),
    .executableTarget(
      name: "assay",
      dependencies: [
        "Bytes", "Crypto", "Files", "JSON", "Pages", "Ports", "Probing", "Profiles", "Reports",
        "Suite",
      ]
    ),

    // What several test targets draw their cases with.
    .target(name: "Seeded", path: "Tests/Seeded"),
    .testTarget(name: "AgoraTests", dependencies: ["Agora", "Bytes", "Crypto", "Seeded"]),
    .testTarget(name: "CommandTests"),
    .testTarget(
      name: "LiveTests",
      dependencies: ["Bytes", "Files", "JSON", "NATS", "Probing", "Profiles", "Suite"]),
    .testTarget(
      name: "ProfilesTests",
      dependencies: [
        "Agora", "Bytes", "Files", "JSON", "NATS", "Nacos", "Profiles", "Seeded", "Suite", "Zego",
      ]),
    .testTarget(name: "SuiteTests", dependencies: ["Bytes", "Files", "JSON", "Seeded", "Suite"]),
    .testTarget(
      name: "ZegoTests", dependencies: ["Bytes", "Crypto", "Files", "JSON", "Seeded", "Zego"]),
    .testTarget(
      name: "NATSTests", dependencies: ["Bytes", "Crypto", "Files", "JSON", "NATS", "Seeded"]),
    .testTarget(
      name: "NacosTests", dependencies: ["Bytes", "Crypto", "Files", "JSON", "Nacos", "Seeded"]),
    .testTarget(name: "BytesTests", dependencies: ["Bytes", "Seeded"]),
    .testTarget(name: "CryptoTests", dependencies: ["Bytes", "Crypto", "Seeded"]),
    .testTarget(
      name: "PortsTests", dependencies: ["Bytes", "Files", "JSON", "Ports", "Profiles", "Suite"]),
    .testTarget(name: "PagesTests", dependencies: ["Pages", "Seeded", "Spawn"]),
    .testTarget(
      name: "ReportsTests", dependencies: ["Bytes", "JSON", "Pages", "Reports", "Suite"]),
    .testTarget(name: "SpawnTests", dependencies: ["Spawn"]),
    .testTarget(name: "JSONTests", dependencies: ["Bytes", "CJansson", "JSON", "Seeded"]),
  ]
)

// One dialect for every Swift target.
for target in package.targets where [.regular, .executable, .test].contains(target.type) {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .enableExperimentalFeature("Lifetimes"),
      .strictMemorySafety(),
      .treatAllWarnings(as: .error),
    ]
}

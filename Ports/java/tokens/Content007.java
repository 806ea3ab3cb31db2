// SPDX-License-Identifier: 0BSD
package tokens;

import static tokens.Refused.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.Adler32;
import java.util.zip.DataFormatException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/** What an AccessToken2 says. */
public record Content007(
    String appId, long issueTs, long expire, long salt, List<Service007> services) {
  private static final int MOST_CONTENT = 1 << 20;

  /** What a token has to be for; null asks for nothing. */
  public record Expected(
      String appId, String service, String channelName, String user, List<Long> privileges) {}

  private record Signed(byte[] signature, byte[] info, Content007 content, boolean areTexts) {}

  /** Writes a token with its services in the order in which they stand. */
  String build(String certificate) {
    byte[] info = info();
    byte[] signature = sign(certificate, info);
    byte[] content = new Packer().prefixed(signature).raw(info).bytes();
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(stream)) {
      deflater.write(content);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return "007" + Base64.getEncoder().encodeToString(stream.toByteArray());
  }

  /** app-id | issue-ts | expire | salt | service-count | services */
  private byte[] info() {
    Packer info = new Packer().prefixed(appId);
    info.u32(Agora.bits32(issueTs)).u32(Agora.bits32(expire)).u32(Agora.bits32(salt));
    info.u16(services.size());
    services.forEach(service -> service.pack(info));
    return info.bytes();
  }

  /** The key is the certificate under the time of issue, and that under the salt. */
  private byte[] sign(String certificate, byte[] info) {
    byte[] key = Agora.sign(new Packer().u32(issueTs).bytes(), Texts.utf8(certificate));
    return Agora.sign(Agora.sign(new Packer().u32(salt).bytes(), key), info);
  }

  /** Reads a token, and proves nothing of it. */
  public static Content007 parse(String token) {
    Signed signed = read(token);
    check(signed.areTexts, "policy", "field");
    return signed.content;
  }

  /** Builds a parsed token again, with its content as it was. */
  public String rebuild(String certificate) {
    Agora.checkCertificate(certificate);
    return build(certificate);
  }

  /** Returns what a token says, or refuses it by the first rule that it breaks. */
  public static Content007 open(String token, String certificate, Expected expected, long now) {
    Agora.checkCertificate(certificate);
    Signed signed = read(token);
    Content007 content = signed.content;
    byte[] signature = content.sign(certificate, signed.info);
    check(MessageDigest.isEqual(signature, signed.signature), "crypto", "signature");
    check(signed.areTexts, "policy", "field");
    check(content.issueTs <= now, "time", "not-yet");
    check(now < content.issueTs + content.expire, "time", "expired");
    boolean isApp = expected.appId == null || expected.appId.equals(content.appId);
    check(isApp, "policy", "app-id");
    content.checkServices(expected, now);
    return content;
  }

  /** Looks for one service that meets all that is asked for. */
  private void checkServices(Expected expected, long now) {
    List<Service007> left = services;
    if (expected.service != null) {
      left = those(left, each -> each.type().equals(expected.service), "policy", "service");
    }
    if (expected.channelName != null) {
      left = those(left, each -> each.isOf(expected.channelName), "policy", "channel");
    }
    if (expected.user != null) {
      left = those(left, each -> each.isFor(expected.user), "policy", "uid");
    }
    if (expected.privileges != null) {
      List<Long> asked = expected.privileges;
      left = those(left, each -> each.grants(asked, any -> true), "policy", "privilege.missing");
      those(left, each -> each.grants(asked, privilege ->
          privilege.expire() == 0 || now < issueTs + privilege.expire()),
          "time", "privilege.expired");
    }
  }

  private static List<Service007> those(
      List<Service007> services, Predicate<Service007> meet, String stage, String reason) {
    List<Service007> left = services.stream().filter(meet).toList();
    check(!left.isEmpty(), stage, reason);
    return left;
  }

  private static Signed read(String token) {
    check(token.startsWith("007"), "encoding", "version");
    byte[] stream = Texts.base64(token.substring(3));
    check(stream != null, "encoding", "base64");
    Unpacker fields = new Unpacker(inflated(stream));
    byte[] signature = fields.prefixed();
    check(signature.length == 32, "structure", "signature.length");
    byte[] info = fields.rest();
    byte[] appId = fields.prefixed();
    String digits = new String(appId, StandardCharsets.ISO_8859_1);
    check(Agora.isHexadecimal(digits), "structure", "app-id");
    List<Service007> services = new ArrayList<>();
    Content007 content =
        new Content007(digits, fields.u32(), fields.u32(), fields.u32(), services);
    int count = fields.u16();
    check(count > 0, "structure", "service.count");
    for (; count > 0; count -= 1) services.add(Service007.unpack(fields));
    check(fields.remaining() == 0, "structure", "trailing");
    return new Signed(signature, info, content, fields.areTexts());
  }

  /** Inflates one zlib stream with nothing behind it: header | deflated | checksum */
  private static byte[] inflated(byte[] stream) {
    check(stream.length >= 2, "encoding", "truncated");
    ByteBuffer data = ByteBuffer.wrap(stream);
    int header = Short.toUnsignedInt(data.getShort());
    boolean isDeflate = (header & 0x0F00) == 0x0800 && header >> 12 <= 7;
    boolean hasDictionary = (header & 0x20) != 0;
    check(isDeflate && header % 31 == 0 && !hasDictionary, "encoding", "zlib");
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(data);
      byte[] content = inflated(inflater);
      check(data.remaining() >= 4, "encoding", "truncated");
      Adler32 sum = new Adler32();
      sum.update(content);
      check(data.getInt() == (int) sum.getValue(), "encoding", "zlib.checksum");
      check(!data.hasRemaining(), "encoding", "trailing");
      return content;
    } finally {
      inflater.end();
    }
  }

  private static byte[] inflated(Inflater inflater) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    byte[] piece = new byte[4096];
    try {
      while (!inflater.finished()) {
        int count = inflater.inflate(piece);
        check(count > 0 || inflater.finished(), "encoding", "truncated");
        content.write(piece, 0, count);
        check(content.size() <= MOST_CONTENT, "encoding", "zlib.limit");
      }
      return content.toByteArray();
    } catch (DataFormatException broken) {
      throw new Refused("encoding", "zlib");
    }
  }
}

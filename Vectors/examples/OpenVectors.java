// SPDX-License-Identifier: 0BSD

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import port.Json;
import port.Token04;

/** Runs every vector for openers in a folder: java OpenVectors FOLDER */
public final class OpenVectors {
  private static final int MINIMUM = 230; // a run with fewer vectors has lost some

  private static Long number(Json typed) {
    return typed == null ? null : Long.valueOf(typed.get("int").text());
  }

  /** The text or the bytes that a typed value stands for. */
  private static byte[] bytes(Json typed) {
    if (typed.get("hex") != null) return HexFormat.of().parseHex(typed.get("hex").text());
    return text(typed).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Json typed) {
    if (typed == null) return null;
    if (typed.get("text") != null) return typed.get("text").text();
    return typed.get("repeat").text().repeat(Integer.parseInt(typed.get("count").text()));
  }

  private static Token04.Claims open(Json in, Json now) throws Token04.Refused {
    boolean isPort = now.kind() == '"';
    Long second = isPort ? Long.valueOf(System.currentTimeMillis() / 1000) : number(now);
    return Token04.open(bytes(in.get("token")), bytes(in.get("secret")), new Token04.Expected(
        second, number(in.get("app_id")), text(in.get("user_id")), text(in.get("room_id"))));
  }

  private static Token04.Claims claims(Json wanted) {
    return new Token04.Claims(
        number(wanted.get("app_id")), text(wanted.get("user_id")),
        number(wanted.get("nonce")).intValue(), number(wanted.get("ctime")),
        number(wanted.get("expire")), text(wanted.get("payload")));
  }

  /** Why the port fails a vector; nothing where it passes. */
  private static String failure(Json vector) {
    Json expect = vector.get("expect");
    boolean accepts = expect.get("verdict").text().equals("accept");
    List<String> right = new ArrayList<>();
    if (!accepts) right.add(expect.get("stage").text() + "/" + expect.get("reason").text());
    Json more = expect.get("alsoAllowed");
    if (more != null) more.values().forEach(each -> right.add(each.text()));
    try {
      Token04.Claims claims = open(vector.get("in"), vector.get("now"));
      if (!accepts) return "accepted in spite of " + right.get(0);
      boolean same = claims.equals(claims(expect.get("answer").get("claims").get("members")));
      return same ? null : "other claims: " + claims;
    } catch (Token04.Refused refused) {
      if (accepts) return "refused by " + refused.getMessage();
      boolean allowed = right.contains(refused.getMessage());
      return allowed ? null : "refused by " + refused.getMessage() + ", not by " + right.get(0);
    } catch (RuntimeException | StackOverflowError error) {
      return "an exception: " + error;
    }
  }

  public static void main(String[] arguments) throws IOException {
    int count = 0;
    int failures = 0;
    List<Path> paths;
    try (Stream<Path> all = Files.list(Path.of(arguments[0]))) {
      paths = all.filter(path -> path.getFileName().toString().matches("open-.*\\.json"))
          .sorted().toList();
    }
    for (Path path : paths) {
      Json file = Json.read(Files.readAllBytes(path));
      boolean isKnown = file.get("vectors").text().equals("1");
      if (!isKnown) throw new IOException(path + " is of another version");
      for (Json group : file.get("groups").values()) {
        for (Json vector : group.get("vectors").values()) {
          count += 1;
          String why = failure(vector);
          if (why == null) continue;
          failures += 1;
          System.out.println(vector.get("id").text() + ": " + why);
        }
      }
    }
    System.out.println(count + " vectors, " + failures + " failures");
    System.exit(failures > 0 || count < MINIMUM ? 1 : 0);
  }
}

package io.laguna.emulator.s3.store.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Keys that no file system likes, and few enough of them that they meet. */
public final class NastyKeys {
    private static final List<String> SEGMENTS = List.of(
            "a",
            "a",
            "a",
            "b",
            "b",
            "",
            "",
            ".",
            "..",
            "...",
            ".laguna-s3",
            "a!",
            "a0",
            "a.b",
            "%",
            "%~",
            "%~a",
            "%=a",
            "%=",
            "%+",
            "%~%25~a",
            "%41",
            "\u00e9",
            "e\u0301",
            "\ufb01",
            "\uffee",
            "\ud83d\ude00",
            "\ud83d\ude00a",
            "tab\tand\nline",
            "\u0000nul",
            " ",
            "\\",
            "null",
            "x.deleted",
            "l".repeat(255),
            "l".repeat(254),
            "l".repeat(256),
            "l".repeat(300),
            "l".repeat(253) + "m",
            "l".repeat(250) + "-",
            "l".repeat(250) + "0",
            "%+" + "l".repeat(252),
            "%+" + "l".repeat(253),
            "\u00e9".repeat(150),
            "%".repeat(90),
            "\ud83d\ude00".repeat(70));
    private static final int LONGEST = 1024;

    private final Random random;

    public NastyKeys(Random random) {
        this.random = random;
    }

    public String key() {
        String key = "";
        do {
            List<String> segments = new ArrayList<>();
            int depth = 1 + random.nextInt(4);
            for (int at = 0; at < depth; at++) {
                segments.add(segment());
            }
            key = String.join("/", segments) + (random.nextInt(6) == 0 ? "/" : "");
        } while (key.isEmpty() || Utf8.length(key) > LONGEST);
        return key;
    }

    /** Returns a prefix of a key that may be there, so that it finds something. */
    public String prefix(List<String> keys) {
        if (keys.isEmpty() || random.nextInt(4) == 0) {
            return "";
        }
        String key = keys.get(random.nextInt(keys.size()));
        int end = key.offsetByCodePoints(0, random.nextInt(key.codePointCount(0, key.length()) + 1));
        int slash = key.indexOf('/') + 1;
        return key.substring(0, random.nextBoolean() && slash > 0 ? slash : end);
    }

    public String after(List<String> keys) {
        return random.nextInt(3) > 0 ? "" : random.nextBoolean() ? key() : prefix(keys);
    }

    public String delimiter() {
        return List.of("", "/", "/", "/", "//", "a", "l", "/a", "\ud83d\ude00", "%")
                .get(random.nextInt(10));
    }

    private String segment() {
        return SEGMENTS.get(random.nextInt(random.nextBoolean() ? 12 : SEGMENTS.size()));
    }
}

package io.laguna.redshift.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A case of {@code load-cases.txt}, whose head says how it is written. */
record Case(String title, String columns, String options, List<byte[]> files, String expected) {
    private static final Pattern BYTES = Pattern.compile("\\{([0-9a-f ]*)\\}");

    static List<Case> in(String resource) {
        try (InputStream stream = Case.class.getResourceAsStream(resource)) {
            List<Case> cases = new ArrayList<>();
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            for (String block : text.substring(text.indexOf("\n## ")).split("(?m)^## ", -1)) {
                if (!block.isBlank()) {
                    cases.add(read(block));
                }
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case read(String block) {
        String[] head = block.split("\n", 4);
        int arrow = head[3].indexOf("=>\n");
        List<byte[]> files = new ArrayList<>();
        for (String file : head[3].substring(0, arrow).split("(?m)^---\n", -1)) {
            files.add(bytes(file));
        }
        return new Case(
                head[0], head[1], head[2], files, head[3].substring(arrow + 3).replaceAll("\n+$", ""));
    }

    private static byte[] bytes(String text) {
        String file = text.replace("{}\n", "");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher matcher = BYTES.matcher(file);
        int at = 0;
        while (matcher.find()) {
            bytes.writeBytes(file.substring(at, matcher.start()).getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(HexFormat.of().parseHex(matcher.group(1).replace(" ", "")));
            at = matcher.end();
        }
        bytes.writeBytes(file.substring(at).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return title;
    }
}

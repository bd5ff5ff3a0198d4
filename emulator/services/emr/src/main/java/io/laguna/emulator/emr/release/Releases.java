package io.laguna.emulator.emr.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The releases of Amazon EMR that a cluster can be asked for, the newest first. Every one runs the lake's own engines. */
public record Releases(List<Release> all) {
    private static final String RESOURCE = "releases.txt";

    public Releases {
        all = List.copyOf(all);
    }

    public static Releases read() {
        try (InputStream resource = Releases.class.getResourceAsStream(RESOURCE)) {
            return new Releases(new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(Releases::release)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<Release> find(String label) {
        return all.stream().filter(release -> release.label().equals(label)).findFirst();
    }

    private static Release release(String line) {
        String[] words = line.split(" ");
        Map<String, String> versions = new HashMap<>();
        for (String word : List.of(words).subList(1, words.length)) {
            int equals = word.indexOf('=');
            versions.put(equals < 0 ? word : word.substring(0, equals), equals < 0 ? "" : word.substring(equals + 1));
        }
        return new Release(words[0], versions);
    }
}

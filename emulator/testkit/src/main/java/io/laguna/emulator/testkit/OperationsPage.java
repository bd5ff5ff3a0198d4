package io.laguna.emulator.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page {@code docs/operations.md}: which operations are built, and which AWS has besides. A section per service. */
public final class OperationsPage {
    private static final Pattern SECTION = Pattern.compile("(?ms)^## ([a-z0-9-]+)\n\n(.*?)(?=^## |\\z)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| \\[([a-z0-9-]+)]\\(.*\\|$");

    private final SortedMap<String, String> rows = new TreeMap<>();
    private final SortedMap<String, String> sections = new TreeMap<>();

    private OperationsPage(String text) {
        Matcher row = ROW.matcher(text);
        while (row.find()) {
            rows.put(row.group(1), row.group());
        }
        Matcher section = SECTION.matcher(text);
        while (section.find()) {
            sections.put(section.group(1), section.group(2).strip());
        }
    }

    /**
     * Fails when the section of a service is not what its code says. The section is written anew then, to be looked at
     * and committed.
     *
     * @param supported names of operations that do what they say
     * @param all names of all operations that the SDK's client has
     */
    public static void check(String service, Set<String> supported, Set<String> all) {
        assertThat(all).as(service + " supports what AWS has").containsAll(supported);
        Path page = Path.of(System.getProperty("laguna.home"), "docs/operations.md");
        try {
            String committed = Files.exists(page) ? Files.readString(page) : "";
            OperationsPage generated = new OperationsPage(committed);
            generated.put(service, supported, all);
            if (!committed.equals(generated.text())) {
                Files.writeString(page, generated.text());
            }
            assertThat(committed)
                    .as(page + " was stale and has been written anew")
                    .isEqualTo(generated.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(String service, Set<String> supported, Set<String> all) {
        Set<String> missing = new TreeSet<>(all);
        missing.removeAll(supported);
        rows.put(service, "| [%s](#%s) | %d | %d |".formatted(service, service, supported.size(), all.size()));
        sections.put(
                service,
                names(new TreeSet<>(supported)) + ".\n\nNot supported: " + (missing.isEmpty() ? "none" : names(missing))
                        + ".");
    }

    private String text() {
        StringBuilder page = new StringBuilder("# Supported operations\n\n");
        page.append(
                "Generated from the code by the contract test of each service, which fails when its section is"
                        + " stale. What is not supported\nanswers 501, `not implemented by Laguna`. A service that is not here is *forwarded* where the lake was started with\n`--neighbours`, as [decision 40](decisions/0040-iam.md) says.\n\n");
        page.append("| service | supported | of |\n|---|---:|---:|\n");
        rows.values().forEach(row -> page.append(row).append('\n'));
        sections.forEach((service, text) ->
                page.append("\n## ").append(service).append("\n\n").append(text).append('\n'));
        return page.toString();
    }

    private static String names(Collection<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}

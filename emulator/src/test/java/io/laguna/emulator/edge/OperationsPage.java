package io.laguna.emulator.edge;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** {@code docs/operations.md}: what is built, and what AWS has besides. */
record OperationsPage(List<Section> sections) {
    /**
     * A service.
     *
     * @param supported names of operations that do what they say
     * @param all names of all operations that the SDK's client has
     */
    record Section(String service, Set<String> supported, Set<String> all) {
        Section {
            if (!all.containsAll(supported)) {
                throw new IllegalArgumentException(service + " supports what AWS has not");
            }
        }
    }

    String text() {
        StringBuilder page = new StringBuilder("# Supported operations\n\n");
        page.append(
                "Generated from the code by `OperationsPageTest`; the build fails when this page is stale. What is not"
                        + " supported\nanswers 501, `not implemented by Laguna`.\n\n");
        page.append("| service | supported | of |\n|---|---:|---:|\n");
        for (Section section : sections) {
            page.append("| [%s](#%s) | %d | %d |\n"
                    .formatted(
                            section.service(),
                            section.service(),
                            section.supported().size(),
                            section.all().size()));
        }
        for (Section section : sections) {
            Set<String> missing = new TreeSet<>(section.all());
            missing.removeAll(section.supported());
            page.append("\n## ").append(section.service()).append("\n\n");
            page.append(names(new TreeSet<>(section.supported()))).append(".\n\n");
            page.append("Not supported: ")
                    .append(missing.isEmpty() ? "none" : names(missing))
                    .append(".\n");
        }
        return page.toString();
    }

    private static String names(Collection<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }
}

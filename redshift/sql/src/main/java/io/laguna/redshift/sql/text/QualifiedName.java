package io.laguna.redshift.sql.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A name with the schema and the database before it, if they are written.
 *
 * @param parts one to three names, folded; a part may be a parameter ({@code $1})
 */
public record QualifiedName(List<String> parts) {
    public QualifiedName {
        parts = List.copyOf(parts);
    }

    static QualifiedName of(List<Node> nodes) {
        List<String> parts = new ArrayList<>();
        for (Node node : nodes) {
            if (!node.isSign(".")) {
                parts.add(
                        node.isOf(Kind.PARAMETER)
                                ? node.first().text()
                                : node.first().name());
            }
        }
        return new QualifiedName(parts);
    }

    /** Returns the name without schema and database. */
    public String last() {
        return parts.get(parts.size() - 1);
    }

    public Optional<String> schema() {
        return parts.size() < 2 ? Optional.empty() : Optional.of(parts.get(parts.size() - 2));
    }

    public Optional<String> database() {
        return parts.size() < 3 ? Optional.empty() : Optional.of(parts.get(parts.size() - 3));
    }

    /** Returns the name as SQL, each part in quotes. */
    public String sql() {
        return parts.stream()
                .map(part -> part.startsWith("$") ? part : Names.quoted(part))
                .collect(Collectors.joining("."));
    }

    @Override
    public String toString() {
        return String.join(".", parts);
    }
}

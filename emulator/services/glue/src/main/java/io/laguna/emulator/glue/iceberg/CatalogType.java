package io.laguna.emulator.glue.iceberg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.glue.model.InvalidInputException;

/** The type of a column as the catalog has it, {@code array<struct<id:int>>}, in parts. */
sealed interface CatalogType {
    /** A type without parts, in lower case: {@code decimal(10,2)}. */
    record Simple(String name) implements CatalogType {}

    /** A list. */
    record ListOf(CatalogType element) implements CatalogType {}

    /** A map. */
    record MapOf(CatalogType key, CatalogType value) implements CatalogType {}

    /** A structure. */
    record Struct(List<Member> members) implements CatalogType {}

    /** A member of a structure. */
    record Member(String name, CatalogType type) {}

    /**
     * Returns the parts of a type.
     *
     * @throws InvalidInputException when the text is no type
     */
    static CatalogType of(String text) {
        return new Reader(text).whole();
    }

    /** A reader of a type's text, from its beginning to its end. */
    final class Reader {
        private static final Pattern WORD = Pattern.compile("\\s*([A-Za-z_]+(?:\\s*\\([0-9,\\s]*\\))?)\\s*");
        private static final Pattern NAME = Pattern.compile("\\s*`?([^:`<>,]+)`?\\s*:");

        private final String text;
        private int position;

        Reader(String text) {
            this.text = text;
        }

        CatalogType whole() {
            CatalogType type = type();
            if (position != text.length()) {
                throw invalid();
            }
            return type;
        }

        private CatalogType type() {
            String word = next(WORD).toLowerCase(Locale.ROOT).replaceAll("\\s", "");
            return switch (word) {
                case "array" -> {
                    expect('<');
                    CatalogType element = type();
                    expect('>');
                    yield new ListOf(element);
                }
                case "map" -> {
                    expect('<');
                    CatalogType key = type();
                    expect(',');
                    CatalogType value = type();
                    expect('>');
                    yield new MapOf(key, value);
                }
                case "struct" -> new Struct(members());
                default -> new Simple(word);
            };
        }

        private List<Member> members() {
            List<Member> members = new ArrayList<>();
            expect('<');
            do {
                members.add(new Member(next(NAME), type()));
            } while (take(','));
            expect('>');
            return members;
        }

        private String next(Pattern pattern) {
            Matcher matcher = pattern.matcher(text).region(position, text.length());
            if (!matcher.lookingAt()) {
                throw invalid();
            }
            position = matcher.end();
            return matcher.group(1).strip();
        }

        private boolean take(char wanted) {
            boolean there = position < text.length() && text.charAt(position) == wanted;
            position += there ? 1 : 0;
            return there;
        }

        private void expect(char wanted) {
            if (!take(wanted)) {
                throw invalid();
            }
            while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
                position++;
            }
        }

        private InvalidInputException invalid() {
            return InvalidInputException.builder()
                    .message("Type " + text + " cannot be read at position " + (position + 1) + ".")
                    .build();
        }
    }
}

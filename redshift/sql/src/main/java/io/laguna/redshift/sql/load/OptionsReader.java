package io.laguna.redshift.sql.load;

import io.laguna.redshift.sql.statement.Credentials;
import io.laguna.redshift.sql.statement.LoadOption;
import io.laguna.redshift.sql.statement.LoadOptions;
import io.laguna.redshift.sql.text.Cursor;
import io.laguna.redshift.sql.text.Kind;
import io.laguna.redshift.sql.text.SqlError;
import io.laguna.redshift.sql.text.Token;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The reader of options, formats and credentials, which may come in any order. */
final class OptionsReader {
    private static final String[] FORMATS = {
        "csv", "delimiter", "fixedwidth", "json", "avro", "parquet", "orc", "shapefile", "text"
    };

    private final Cursor cursor;
    private final Set<LoadOption> allowed;
    private final Map<LoadOption, String> values = new EnumMap<>(LoadOption.class);
    private Optional<Credentials> credentials = Optional.empty();
    private String format = "";
    private String formatArgument = "";
    private boolean serializesToJson;
    private int formatPlace;

    OptionsReader(Cursor cursor, Set<LoadOption> allowed) {
        this.cursor = cursor;
        this.allowed = allowed;
        this.formatPlace = cursor.place();
    }

    /** Passes one option, the format or the credentials; tells whether there was one. */
    boolean readOne() {
        Optional<Credentials> read = CredentialsReader.read(cursor);
        if (read.isPresent()) {
            if (credentials.isPresent()) {
                throw conflict(cursor.place());
            }
            credentials = read;
            return true;
        }
        return readFormat() || readOption();
    }

    private boolean readFormat() {
        int place = cursor.place();
        boolean said = cursor.takes("format");
        if (said) {
            cursor.takes("as");
        }
        if (cursor.takes("text")) {
            return true;
        }
        if (cursor.sees("delimiter") || !cursor.peek().is(FORMATS)) {
            if (said && !cursor.sees("delimiter")) {
                throw cursor.unexpected();
            }
            return false;
        }
        if (!format.isEmpty()) {
            throw conflict(place);
        }
        format = ((Token) cursor.next()).word();
        formatPlace = place;
        boolean as = cursor.takes("as");
        boolean takesString = Set.of("json", "avro", "fixedwidth").contains(format);
        if (takesString || as) {
            formatArgument = format.equals("fixedwidth")
                    ? cursor.string()
                    : cursor.maybeString().orElse("");
        }
        if (format.equals("parquet") || format.equals("orc")) {
            serializesToJson = cursor.takes("serializetojson");
        }
        return true;
    }

    private boolean readOption() {
        if (!cursor.peek().isOf(Kind.WORD)) {
            return false;
        }
        Token word = cursor.peek().first();
        String name = word.word();
        Optional<LoadOption> option = Arrays.stream(LoadOption.values())
                .filter(each -> each.name().equalsIgnoreCase(name) && allowed.contains(each))
                .findFirst();
        if (option.isEmpty()) {
            return false;
        }
        cursor.next();
        cursor.takes("as");
        if (values.containsKey(option.get())) {
            throw conflict(word.place());
        }
        values.put(option.get(), argument(option.get()));
        return true;
    }

    private String argument(LoadOption option) {
        // A null's usual sign is no escape, whatever it would stand for in other strings.
        if (option == LoadOption.NULL && cursor.peek().first().text().equals("'\\N'")) {
            cursor.next();
            return "\\N";
        }
        return switch (option.argument()) {
            case NONE -> "";
            case STRING -> cursor.string();
            case MAYBE_STRING -> cursor.maybeString().orElse("");
            case NUMBER -> Long.toString(cursor.number());
            case WORD -> cursor.maybeString().orElseGet(() -> cursor.name());
            case SWITCH -> cursor.peek().is("on", "off", "true", "false", "preset")
                    ? ((Token) cursor.next()).word()
                    : "";
            case SIZE -> size();
        };
    }

    private String size() {
        Token number = cursor.next().first();
        double size;
        try {
            size = Double.parseDouble(number.text());
        } catch (NumberFormatException e) {
            throw SqlError.near(number);
        }
        boolean giga = cursor.takes("gb");
        if (!giga) {
            cursor.takes("mb");
        }
        return Double.toString(giga ? size * 1024 : size);
    }

    void set(LoadOption option, String value) {
        values.put(option, value);
    }

    String format() {
        return format;
    }

    String formatArgument() {
        return formatArgument;
    }

    int formatPlace() {
        return formatPlace;
    }

    boolean serializesToJson() {
        return serializesToJson;
    }

    LoadOptions options() {
        return new LoadOptions(values);
    }

    Optional<Credentials> credentials() {
        return credentials;
    }

    private static SqlError conflict(int place) {
        return SqlError.syntax("conflicting or redundant options", place);
    }
}

package io.laguna.emulator.glue;

import io.laguna.emulator.glue.hive.HiveName;
import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.PropertyPredicate;
import software.amazon.awssdk.services.glue.model.Table;

/**
 * The criteria of SearchTables.
 *
 * <p>"The Key field (for example, the value of the Name field) is split on certain punctuation characters, for example,
 * -, :, #, etc. into tokens. Then each token is exact-match compared with the Value member of PropertyPredicate."
 *
 * @param text in quotes, one of a table's texts equals it; otherwise one of them contains it
 */
record SearchCriteria(List<PropertyPredicate> filters, Optional<String> text) {
    private static final Pattern PUNCTUATION = Pattern.compile("[-:#./,;@\\s]+");

    boolean match(Table table) {
        return filters.stream().allMatch(filter -> matches(table, filter))
                && text.filter(wanted -> !wanted.isEmpty())
                        .map(wanted -> contains(table, HiveName.folded(wanted)))
                        .orElse(true);
    }

    /** Returns a field by its name in the API, or else a parameter. */
    static Optional<String> field(Table table, String key) {
        return switch (HiveName.folded(key)) {
            case "name" -> Optional.of(table.name());
            case "databasename", "database" -> Optional.of(table.databaseName());
            case "description" -> Optional.ofNullable(table.description());
            case "owner" -> Optional.ofNullable(table.owner());
            case "tabletype" -> Optional.ofNullable(table.tableType());
            case "createtime" -> time(table.createTime());
            case "updatetime" -> time(table.updateTime());
            case "lastaccesstime" -> time(table.lastAccessTime());
            default -> Optional.ofNullable(table.parameters().get(key));
        };
    }

    private static boolean matches(Table table, PropertyPredicate filter) {
        new Constraints()
                .present("filters.member.key", filter.key())
                .present("filters.member.value", filter.value())
                .check();
        Optional<String> value = field(table, filter.key());
        if (value.isEmpty()) {
            return false;
        }
        if (HiveName.folded(filter.key()).endsWith("time")) {
            return compares(Instant.parse(value.get()), filter);
        }
        String folded = HiveName.folded(value.get());
        String wanted = HiveName.folded(filter.value());
        return folded.equals(wanted) || PUNCTUATION.splitAsStream(folded).anyMatch(wanted::equals);
    }

    private static boolean compares(Instant time, PropertyPredicate filter) {
        int sign = time.compareTo(instant(filter.value()));
        return switch (Optional.ofNullable(filter.comparator())
                .orElse(software.amazon.awssdk.services.glue.model.Comparator.EQUALS)) {
            case EQUALS -> sign == 0;
            case GREATER_THAN -> sign > 0;
            case LESS_THAN -> sign < 0;
            case GREATER_THAN_EQUALS -> sign >= 0;
            case LESS_THAN_EQUALS -> sign <= 0;
            case UNKNOWN_TO_SDK_VERSION -> throw Failures.invalid("Unknown comparator " + filter.comparatorAsString());
        };
    }

    private static Instant instant(String value) {
        try {
            return value.chars().allMatch(Character::isDigit)
                    ? Instant.ofEpochSecond(Long.parseLong(value))
                    : Instant.parse(value);
        } catch (DateTimeParseException | NumberFormatException e) {
            throw Failures.invalid("Not a time: " + value);
        }
    }

    private static boolean contains(Table table, String wanted) {
        boolean exact = wanted.length() > 1 && wanted.startsWith("\"") && wanted.endsWith("\"");
        String word = exact ? wanted.substring(1, wanted.length() - 1) : wanted;
        return texts(table).map(HiveName::folded).anyMatch(text -> exact ? text.equals(word) : text.contains(word));
    }

    private static Stream<String> texts(Table table) {
        Stream<Column> columns = Stream.concat(
                Optional.ofNullable(table.storageDescriptor()).stream().flatMap(storage -> storage.columns().stream()),
                table.partitionKeys().stream());
        return Stream.of(
                        Stream.of(table.name(), table.databaseName()),
                        Stream.of(table.description(), table.owner(), table.tableType()),
                        columns.flatMap(column -> Stream.of(column.name(), column.comment())),
                        table.parameters().values().stream())
                .flatMap(texts -> texts)
                .flatMap(text -> Optional.ofNullable(text).stream());
    }

    private static Optional<String> time(Instant time) {
        return Optional.ofNullable(time).map(Instant::toString);
    }
}

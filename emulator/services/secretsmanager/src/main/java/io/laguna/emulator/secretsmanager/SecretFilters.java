package io.laguna.emulator.secretsmanager;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.secretsmanager.model.Filter;
import software.amazon.awssdk.services.secretsmanager.model.FilterNameStringType;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/**
 * The filters of a list of secrets. A secret has to pass all of them, and of each one of the values. A value that begins
 * with an exclamation mark takes the secrets that the rest of it does not.
 *
 * @see <a href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_Filter.html">Filter</a>
 */
record SecretFilters(List<Filter> filters) {
    private static final int MOST = 10;

    static SecretFilters of(List<Filter> filters) {
        Constraints constraints = new Constraints().size("filters", filters, 0, MOST);
        for (Filter filter : filters) {
            constraints.oneOf("filters.key", filter.keyAsString(), FilterNameStringType.knownValues());
            filter.values().forEach(value -> constraints.length("filters.values", value, 0, 512));
        }
        constraints.check();
        for (Filter filter : filters) {
            if (filter.key() == null) {
                throw Failures.parameter("Invalid filter key");
            }
            if (filter.values().isEmpty()) {
                throw Failures.parameter("Invalid filter values for key: " + filter.keyAsString());
            }
        }
        return new SecretFilters(filters);
    }

    boolean take(SecretListEntry secret) {
        return filters.stream().allMatch(filter -> take(filter, secret));
    }

    private static boolean take(Filter filter, SecretListEntry secret) {
        List<String> texts = texts(filter.key(), secret);
        return filter.values().stream()
                .anyMatch(value -> value.startsWith("!")
                        ? !fits(filter.key(), value.substring(1), texts)
                        : fits(filter.key(), value, texts));
    }

    private static boolean fits(FilterNameStringType key, String value, List<String> texts) {
        return switch (key) {
            case NAME, TAG_KEY, TAG_VALUE -> texts.stream().anyMatch(text -> text.startsWith(value));
            case DESCRIPTION, ALL, OWNING_SERVICE, PRIMARY_REGION, UNKNOWN_TO_SDK_VERSION -> texts.stream()
                    .anyMatch(text -> Words.of(text).haveAllOf(Words.of(value)));
        };
    }

    private static List<String> texts(FilterNameStringType key, SecretListEntry secret) {
        return switch (key) {
            case NAME -> List.of(secret.name());
            case DESCRIPTION -> description(secret).toList();
            case TAG_KEY -> secret.tags().stream().map(Tag::key).toList();
            case TAG_VALUE -> secret.tags().stream().map(Tag::value).toList();
            case ALL -> all(secret);
            case OWNING_SERVICE, PRIMARY_REGION, UNKNOWN_TO_SDK_VERSION -> List.of();
        };
    }

    private static List<String> all(SecretListEntry secret) {
        List<String> texts = new ArrayList<>(List.of(secret.name()));
        description(secret).forEach(texts::add);
        secret.tags().forEach(tag -> texts.addAll(List.of(tag.key(), tag.value())));
        return texts;
    }

    private static Stream<String> description(SecretListEntry secret) {
        return Optional.ofNullable(secret.description()).stream();
    }
}

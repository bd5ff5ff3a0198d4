package io.laguna.functions.covid;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A client's request, as API Gateway gives it to a function by version 2.0 of its format.
 *
 * @param route the method and the path with its variables: {@code GET /departments/{code}}
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">
 *     Payload format version</a>
 */
record Visit(String route, Map<?, ?> path, Map<?, ?> query) {
    /** The days before and after which there is nothing, for whoever names none. */
    static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

    static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private static final Pattern CODE = Pattern.compile("\\d{1,2}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final int MOST_ROWS = 1000;
    private static final int ROWS = 100;

    /** The rows of an answer: at most so many, after the first ones. */
    record Page(int limit, int start) {}

    static Visit of(Map<String, Object> event) {
        return new Visit(
                String.valueOf(event.get("routeKey")),
                members(event, "pathParameters"),
                members(event, "queryStringParameters"));
    }

    private static Map<?, ?> members(Map<String, Object> event, String name) {
        return event.get(name) instanceof Map<?, ?> members ? members : Map.of();
    }

    /** Returns the code of the department in the path, with both digits. */
    String code() {
        String code = String.valueOf(path.get("code"));
        if (!CODE.matcher(code).matches()) {
            throw refused("code has to be the number of a department, such as 05");
        }
        return code.length() == 1 ? "0" + code : code;
    }

    /** Returns a day of the query, or another one where the query names none. */
    LocalDate day(String name, LocalDate otherwise) {
        Optional<String> text = parameter(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return text.filter(day -> DAY.matcher(day).matches())
                    .map(LocalDate::parse)
                    .orElseThrow(() -> refused(name + " has to be a day, such as 2021-03-31"));
        } catch (DateTimeParseException e) {
            throw refused(name + " has to be a day, such as 2021-03-31");
        }
    }

    /** Returns the page that the query asks for. */
    Page page() {
        int limit = number("limit", ROWS, "a number from 1 to " + MOST_ROWS);
        if (limit < 1 || limit > MOST_ROWS) {
            throw refused("limit has to be a number from 1 to " + MOST_ROWS);
        }
        return new Page(limit, number("next", 0, "the one that the page before has given"));
    }

    private int number(String name, int otherwise, String what) {
        return parameter(name)
                .map(text -> {
                    if (!NUMBER.matcher(text).matches()) {
                        throw refused(name + " has to be " + what);
                    }
                    return Integer.parseInt(text);
                })
                .orElse(otherwise);
    }

    private Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).map(String::valueOf);
    }

    private static RefusedException refused(String why) {
        return new RefusedException(RefusedException.BAD_REQUEST, why);
    }
}

package io.laguna.functions.covid;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.athena.AthenaClient;

/**
 * The results of the COVID-19 pipeline as JSON: a function behind an HTTP API, which asks Athena for the tables of the refined
 * zone. The document {@code results-api.yaml} of the pipeline describes its paths.
 */
public final class Results implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    /** The time that is kept for the answer itself, when Athena is slow. */
    private static final Duration ANSWERING = Duration.ofSeconds(2);

    private static final String DEPARTMENT = "SELECT * FROM top_departments WHERE department_code = ?";

    private final Tables tables;
    private final ObjectMapper json = new ObjectMapper();

    /** Creates the function with the settings of its environment. */
    public Results() {
        this(new Tables(
                AthenaClient.create(),
                new Tables.Settings(
                        System.getenv("DATABASE"),
                        System.getenv("WORKGROUP"),
                        System.getenv("RESULTS"),
                        System.getenv("RUN"))));
    }

    Results(Tables tables) {
        this.tables = tables;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        long end = System.nanoTime()
                + Duration.ofMillis(context.getRemainingTimeInMillis())
                        .minus(ANSWERING)
                        .toNanos();
        try {
            return answer(200, answer(Visit.of(event), end));
        } catch (RefusedException e) {
            return answer(e.status(), Map.of("message", e.getMessage()));
        }
    }

    private Map<String, Object> answer(int status, Map<String, Object> body) {
        try {
            return Map.of(
                    "statusCode",
                    status,
                    "headers",
                    Map.of("Content-Type", "application/json"),
                    "body",
                    json.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Rows of texts and numbers are always JSON", e);
        }
    }

    private Map<String, Object> answer(Visit visit, long end) {
        return switch (visit.route()) {
            case "GET /departments" -> departments(visit, end);
            case "GET /departments/{code}" -> department(visit, end);
            case "GET /departments/{code}/daily" -> daily(visit, end);
            case "GET /country" -> tables
                    .rows(end, "SELECT * FROM national_daily ORDER BY report_date DESC LIMIT 1")
                    .stream()
                    .findFirst()
                    .orElseThrow(() -> missing("day of the country"));
            case "GET /model" -> Map.of(
                    "metrics", tables.rows(end, "SELECT * FROM recovery_model_metrics"),
                    "importances", tables.rows(end, "SELECT * FROM recovery_model_importances"));
            default -> throw missing("path " + visit.route());
        };
    }

    private Map<String, Object> departments(Visit visit, long end) {
        Visit.Page page = visit.page();
        return page(page, tables.rows(end, "SELECT * FROM top_departments ORDER BY department_code" + range(page)));
    }

    private Map<String, Object> department(Visit visit, long end) {
        String code = visit.code();
        return tables.rows(end, DEPARTMENT, quoted(code)).stream()
                .findFirst()
                .orElseThrow(() -> missing("department " + code));
    }

    private Map<String, Object> daily(Visit visit, long end) {
        Visit.Page page = visit.page();
        LocalDate first = visit.day("from", Visit.FIRST_DAY);
        LocalDate last = visit.day("to", Visit.LAST_DAY);
        if (first.isAfter(last)) {
            throw new RefusedException(RefusedException.BAD_REQUEST, "from is after to");
        }
        department(visit, end);
        return page(
                page,
                tables.rows(
                        end,
                        "SELECT * FROM department_daily WHERE department_code = ? AND report_date BETWEEN CAST(? AS date)"
                                + " AND CAST(? AS date) ORDER BY report_date" + range(page),
                        quoted(visit.code()),
                        quoted(first.toString()),
                        quoted(last.toString())));
    }

    /** Returns the rows of a page and one more, which tells that there is another page. */
    private static String range(Visit.Page page) {
        return " OFFSET " + page.start() + " LIMIT " + (page.limit() + 1);
    }

    private static Map<String, Object> page(Visit.Page page, List<Map<String, Object>> rows) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", rows.subList(0, Math.min(rows.size(), page.limit())));
        if (rows.size() > page.limit()) {
            answer.put("next", String.valueOf(page.start() + page.limit()));
        }
        return answer;
    }

    /** Returns a literal of SQL. Nothing comes here that could have a quote. */
    private static String quoted(String text) {
        return "'" + text + "'";
    }

    private static RefusedException missing(String what) {
        return new RefusedException(RefusedException.NOT_FOUND, "There is no " + what);
    }
}

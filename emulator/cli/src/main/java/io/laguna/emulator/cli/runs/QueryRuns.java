package io.laguna.emulator.cli.runs;

import io.laguna.emulator.athena.query.Usage;
import io.laguna.emulator.prices.QueryPrice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.WorkGroupSummary;

/** The queries of Athena, of all workgroups. */
public record QueryRuns(AthenaClient athena, QueryPrice price) {
    private static final int AT_ONCE = 50;
    private static final int SHOWN = 40;

    /** Returns the latest queries of each workgroup. */
    public List<RunLine> queries() {
        List<RunLine> runs = new ArrayList<>();
        athena.listWorkGroupsPaginator(list -> {}).stream()
                .flatMap(page -> page.workGroups().stream())
                .forEach(group -> runs.addAll(of(group)));
        return runs;
    }

    private List<RunLine> of(WorkGroupSummary group) {
        List<String> ids = athena.listQueryExecutions(
                        list -> list.workGroup(group.name()).maxResults(AT_ONCE))
                .queryExecutionIds();
        return ids.isEmpty()
                ? List.of()
                : athena.batchGetQueryExecution(get -> get.queryExecutionIds(ids)).queryExecutions().stream()
                        .map(this::line)
                        .toList();
    }

    private RunLine line(QueryExecution query) {
        return new RunLine(
                "query",
                shown(query.query()),
                query.queryExecutionId(),
                query.status().stateAsString(),
                query.status().submissionDateTime(),
                RunSource.took(
                        query.status().submissionDateTime(), query.status().completionDateTime()),
                cost(query),
                RunSource.text(query.status().stateChangeReason()));
    }

    private Optional<BigDecimal> cost(QueryExecution query) {
        return Optional.ofNullable(query.statistics())
                .filter(statistics -> query.status().completionDateTime() != null && Usage.isCharged(query))
                .map(statistics -> price.of(
                        Optional.ofNullable(statistics.dataScannedInBytes()).orElse(0L)));
    }

    private static String shown(String statement) {
        String line = statement.replaceAll("\\s+", " ").strip();
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }
}

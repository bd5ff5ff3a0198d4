package io.laguna.emulator.redshiftdata;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.request.PageToken;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.redshiftdata.request.Failures;
import io.laguna.emulator.redshiftdata.request.Room;
import io.laguna.emulator.redshiftdata.result.ResultFiles;
import io.laguna.emulator.redshiftdata.result.ResultShapes;
import io.laguna.emulator.redshiftdata.statement.SqlRecord;
import io.laguna.emulator.redshiftdata.statement.StatementId;
import io.laguna.emulator.redshiftdata.statement.StatementRecord;
import software.amazon.awssdk.services.redshiftdata.model.GetStatementResultRequest;
import software.amazon.awssdk.services.redshiftdata.model.GetStatementResultResponse;
import software.amazon.awssdk.services.redshiftdata.model.GetStatementResultV2Request;
import software.amazon.awssdk.services.redshiftdata.model.GetStatementResultV2Response;
import software.amazon.awssdk.services.redshiftdata.model.ResultFormatString;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;

/**
 * The operations that read results, a page of some 1 MB at a time.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift-data/latest/APIReference/API_GetStatementResult.html">GetStatementResult</a>
 */
final class Results extends Room {
    private final Caller caller;
    private final State state;
    private final ResultFiles files;

    Results(Caller caller, State state, ResultFiles files) {
        this.caller = caller;
        this.state = state;
        this.files = files;
    }

    /** A page of the result of one SQL text. */
    private record Found(SqlRecord sql, String columns, ResultFiles.Rows page) {
        String nextToken() {
            return page.next()
                    .map(place -> PageToken.after(Long.toString(place)))
                    .orElse(null);
        }
    }

    @Override
    public GetStatementResultResponse getStatementResult(GetStatementResultRequest request) {
        Found found = find(request.id(), request.nextToken(), ResultFormatString.JSON);
        return GetStatementResultResponse.builder()
                .columnMetadata(ResultShapes.columns(found.columns()))
                .records(ResultShapes.fields(found.columns(), found.page().rows()))
                .totalNumRows(found.sql().rows())
                .nextToken(found.nextToken())
                .build();
    }

    @Override
    public GetStatementResultV2Response getStatementResultV2(GetStatementResultV2Request request) {
        Found found = find(request.id(), request.nextToken(), ResultFormatString.CSV);
        return GetStatementResultV2Response.builder()
                .columnMetadata(ResultShapes.columns(found.columns()))
                .records(ResultShapes.csv(found.page().rows()))
                .totalNumRows(found.sql().rows())
                .resultFormat(ResultFormatString.CSV)
                .nextToken(found.nextToken())
                .build();
    }

    private Found find(String text, String token, ResultFormatString format) {
        StatementId id = StatementId.of(text);
        StatementRecord statement = state.read(handle -> id.find(handle, caller));
        int number = statement.batch() ? id.number().orElse(0) : 1;
        SqlRecord sql = statement
                .sql(number)
                .filter(found -> statement.status() == StatusString.FINISHED
                        && found.columns().isPresent())
                .orElseThrow(() -> Failures.noResult(text));
        if (!statement.format().equals(format.toString())) {
            throw Failures.validation(
                    "The result of " + text + " is in the format " + statement.format() + ". Get it by "
                            + (format == ResultFormatString.CSV ? "GetStatementResult." : "GetStatementResultV2."));
        }
        long place = Page.after(token, Failures::badToken).map(Results::place).orElse(0L);
        if (place != 0 && !files.isRow(statement.id(), number, place)) {
            throw Failures.badToken();
        }
        return new Found(sql, sql.columns().orElseThrow(), files.read(statement.id(), number, place));
    }

    private static long place(String key) {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException e) {
            throw Failures.badToken();
        }
    }
}

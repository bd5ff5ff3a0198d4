package io.laguna.functions.covid;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.laguna.pipelines.covid.ingest.IngestOutcome;
import io.laguna.pipelines.covid.ingest.IngestProgress;
import io.laguna.pipelines.covid.ingest.LakeIngest;
import io.laguna.pipelines.covid.ingest.Manifest;
import io.laguna.pipelines.covid.ingest.SodaQuery;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The scheduled ingest: a function that brings the cases of the open data portal into the raw zone, by the code that
 * {@code ./laguna run covid --cases soda} runs. A download that the function's time cuts off goes on with the next start.
 */
public final class IngestCases implements RequestHandler<Object, Map<String, Object>> {
    private final LakeIngest ingest;
    private final SodaQuery query;

    /** Creates the function with the settings of its environment. */
    public IngestCases() {
        this(new LakeIngest(S3Client.create(), System.getenv("RAW_BUCKET"), Clock.systemUTC()), query(System.getenv()));
    }

    IngestCases(LakeIngest ingest, SodaQuery query) {
        this.ingest = ingest;
        this.query = query;
    }

    /** Returns the query for the cases of Colombia's portal, or of the one at {@code SODA_BASE_URL}. */
    private static SodaQuery query(Map<String, String> variables) {
        SodaQuery query = SodaQuery.colombianCases();
        return Optional.ofNullable(variables.get("SODA_BASE_URL"))
                .map(URI::create)
                .map(query::withBase)
                .orElse(query);
    }

    /** Returns the delivery that holds the cases, and whether it is new. */
    @Override
    public Map<String, Object> handleRequest(Object event, Context context) {
        IngestOutcome outcome =
                ingest.land(query, IngestProgress.SILENT).outcomes().get(0);
        Manifest manifest = outcome.manifest();
        return Map.of(
                "delivery",
                manifest.delivery(),
                "rows",
                manifest.rows(),
                "new",
                outcome instanceof IngestOutcome.Landed);
    }
}

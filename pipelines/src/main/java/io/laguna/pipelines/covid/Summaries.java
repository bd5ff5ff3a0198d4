package io.laguna.pipelines.covid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.pipelines.profile.Zones;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The summaries that the jobs write of their work: one JSON object each, in the zone that the job writes to. */
public final class Summaries {
    private final S3Client s3;
    private final Zones zones;
    private final ObjectMapper json = new ObjectMapper();

    public Summaries(S3Client s3, Zones zones) {
        this.s3 = s3;
        this.zones = zones;
    }

    /**
     * Returns rows_before, rows_in, rows_out, rows_rejected, rows_superseded, rejected_by_reason, departments,
     * deliveries.
     */
    public Optional<JsonNode> clean() {
        return read(zones.trusted(), "covid/summary/clean.json");
    }

    /** Returns tables (name to rows), cases, departments, population_year. */
    public Optional<JsonNode> marts() {
        return read(zones.refined(), "covid/summary/marts.json");
    }

    /** Returns auc, pr_auc, recall_died, recall_recovered, baseline. */
    public Optional<JsonNode> model() {
        return read(zones.refined(), "covid/summary/model.json");
    }

    private Optional<JsonNode> read(String bucket, String key) {
        try (ResponseInputStream<GetObjectResponse> content =
                s3.getObject(request -> request.bucket(bucket).key(key))) {
            return Optional.of(json.readTree(content));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read s3://" + bucket + "/" + key, e);
        }
    }
}

package io.laguna.pipelines.covid.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a delivery came from. */
public enum Origin {
    /** Files somebody has. */
    @JsonProperty("file")
    FILE,
    /** Our own sample generator. */
    @JsonProperty("generated")
    GENERATED,
    /** The SODA API of an open data portal. */
    @JsonProperty("soda")
    SODA
}

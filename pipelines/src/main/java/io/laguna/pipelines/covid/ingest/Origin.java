package io.laguna.pipelines.covid.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The origin of a delivery. */
public enum Origin {
    /** Files that the user has. */
    @JsonProperty("file")
    FILE,
    /** Laguna's own sample generator. */
    @JsonProperty("generated")
    GENERATED,
    /** The SODA API of an open data portal. */
    @JsonProperty("soda")
    SODA
}

package io.laguna.pipelines.covid.ingest;

/** The outcome of the ingest of one delivery's content. */
public sealed interface IngestOutcome {

    /** Returns the delivery that holds the content. */
    Manifest manifest();

    /** The content is new and is now a delivery. */
    record Landed(Manifest manifest) implements IngestOutcome {}

    /** The same bytes had been landed before, by the delivery of this manifest; nothing was written. */
    record AlreadyThere(Manifest manifest) implements IngestOutcome {}
}

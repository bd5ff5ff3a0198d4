package io.laguna.pipelines.covid.ingest;

/** The refusal of a generated sample in a lake that holds published cases. */
public final class PublishedCasesException extends IngestException {
    private static final long serialVersionUID = 1L;

    PublishedCasesException(Manifest published) {
        super("The lake holds published cases (" + published.source() + "), which a generated sample would overwrite."
                + " A sample needs a lake without them.");
    }
}

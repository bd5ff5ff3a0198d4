package io.laguna.pipelines.covid.ingest;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The ingest of a lake that holds either published cases or a generated sample, never both, because both use the same
 * case IDs. Published cases replace a sample, and a sample is refused where published cases are.
 *
 * <p>Its methods throw the exceptions of {@link Ingest}.
 */
public final class LakeIngest {
    private final Ingest ingest;
    private final DeliveryCatalog catalog;

    /**
     * Creates the ingest of a lake.
     *
     * @param s3 a client for the raw zone's S3
     * @param bucket the raw zone's bucket, which has to exist
     * @param clock names the deliveries
     */
    public LakeIngest(S3Client s3, String bucket, Clock clock) {
        this.ingest = new Ingest(s3, bucket, clock);
        this.catalog = new DeliveryCatalog(s3, bucket);
    }

    /**
     * Refuses a sample before it is generated.
     *
     * @throws PublishedCasesException when the lake holds published cases
     */
    public void requireRoomForSample() {
        requireNoPublishedCases(catalog.deliveries());
    }

    /**
     * Lands files, and removes the samples that they replace.
     *
     * @throws PublishedCasesException when the files are a sample and the lake holds published cases; nothing is
     *     landed then
     */
    public CaseArrival land(CaseFiles source, IngestProgress progress) {
        List<Manifest> before = catalog.deliveries();
        if (source.origin() == Origin.GENERATED) {
            requireNoPublishedCases(before);
        }
        return arrival(before, ingest.land(source, progress));
    }

    /** Downloads the rows of a query of a SODA API, and removes the samples that they replace. */
    public CaseArrival land(SodaQuery source, IngestProgress progress) {
        List<Manifest> before = catalog.deliveries();
        return arrival(before, List.of(ingest.land(source, progress)));
    }

    private CaseArrival arrival(List<Manifest> before, List<IngestOutcome> outcomes) {
        Set<String> current =
                outcomes.stream().map(outcome -> outcome.manifest().delivery()).collect(Collectors.toSet());
        List<Manifest> replaced = before.stream()
                .filter(manifest -> manifest.origin() == Origin.GENERATED && !current.contains(manifest.delivery()))
                .toList();
        replaced.forEach(manifest -> catalog.remove(manifest.delivery()));
        return new CaseArrival(outcomes, replaced);
    }

    private static void requireNoPublishedCases(List<Manifest> deliveries) {
        deliveries.stream()
                .filter(manifest -> manifest.origin() != Origin.GENERATED)
                .findFirst()
                .ifPresent(manifest -> {
                    throw new PublishedCasesException(manifest);
                });
    }
}

package io.laguna.pipelines.covid.ingest;

import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The ingest, which lands case releases in the raw zone, unchanged.
 *
 * <p>A delivery becomes visible with its manifest, which is written last. A run removes what an earlier run that died
 * has left; pages of an interrupted download are kept for the run that goes on with it. Content that was landed before
 * is recognised by its SHA-256, whatever its name or packing. Memory does not grow with the size of a file. One ingest
 * at a time may run on a bucket.
 *
 * <p>All methods throw {@link IngestException} for a source that cannot be landed, and the SDK's own exceptions when S3
 * fails.
 */
public final class Ingest {
    private final FileLanding files;
    private final SodaLanding soda;

    /**
     * Creates an ingest.
     *
     * @param s3 a client for the raw zone's S3
     * @param bucket the raw zone's bucket, which has to exist
     * @param clock names the deliveries
     */
    public Ingest(S3Client s3, String bucket, Clock clock) {
        this(s3, bucket, clock, Waiting.inRealTime());
    }

    Ingest(S3Client s3, String bucket, Clock clock, Waiting waiting) {
        RawZone raw = new RawZone(s3, bucket);
        this.files = new FileLanding(raw, clock);
        this.soda = new SodaLanding(raw, clock, new Backoff(waiting, RandomGenerator.getDefault()));
    }

    /**
     * Lands every CSV at a path as a delivery of its own. All headers are looked at before anything is landed; a file
     * in which an error is found further down ends the run, and the deliveries before it stay.
     *
     * @return one outcome per CSV, in order of file names
     * @throws UnknownHeaderException if one of them has a header that is not known; nothing is landed then
     */
    public List<IngestOutcome> land(CaseFiles source, IngestProgress progress) {
        return files.land(source, progress);
    }

    /**
     * Downloads the rows of a query of a SODA API, page by page, as one delivery. After an interruption the next call
     * with the same query goes on where the download stopped, unless the number of rows has changed since.
     */
    public IngestOutcome land(SodaQuery source, IngestProgress progress) {
        return soda.land(source, progress);
    }
}

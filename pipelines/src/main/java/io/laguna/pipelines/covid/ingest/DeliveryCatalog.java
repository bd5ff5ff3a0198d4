package io.laguna.pipelines.covid.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.S3Client;

/** The deliveries of the raw zone: the folders with a manifest. Other folders are unfinished and count as absent. */
public final class DeliveryCatalog {
    static final String MANIFEST = "_manifest.json";
    static final String JSON = "application/json";

    private final RawZone raw;

    /**
     * Creates a catalog.
     *
     * @param s3 a client for the raw zone's S3
     * @param bucket the raw zone's bucket
     */
    public DeliveryCatalog(S3Client s3, String bucket) {
        this(new RawZone(s3, bucket));
    }

    DeliveryCatalog(RawZone raw) {
        this.raw = raw;
    }

    /** Returns all manifests, the oldest delivery first. */
    public List<Manifest> deliveries() {
        List<Manifest> manifests = new ArrayList<>();
        raw.deliveries().forEach((delivery, files) -> {
            if (files.containsKey(MANIFEST)) {
                String key = RawZone.folder(delivery) + MANIFEST;
                raw.read(key)
                        .map(json -> Json.read(json, Manifest.class, "s3://" + raw.bucket() + "/" + key))
                        .ifPresent(manifests::add);
            }
        });
        return manifests;
    }

    /** Deletes a delivery, its manifest first; one that is not there is no error. */
    public void remove(String delivery) {
        raw.deleteDelivery(delivery);
    }

    /** Makes a delivery visible; fails if another ingest has taken it for a leftover meanwhile. */
    void publish(Manifest manifest) {
        SortedMap<String, Long> stored = raw.deliveries().getOrDefault(manifest.delivery(), new TreeMap<>());
        for (LandedFile file : manifest.files()) {
            String name = file.key().substring(file.key().lastIndexOf('/') + 1);
            if (stored.getOrDefault(name, -1L) != file.bytes()) {
                throw new IngestException("s3://" + raw.bucket() + "/" + file.key()
                        + " is gone or was overwritten. Is another ingest running? One at a time may run on a bucket.");
            }
        }
        raw.write(RawZone.folder(manifest.delivery()) + MANIFEST, JSON, Json.write(manifest));
    }
}

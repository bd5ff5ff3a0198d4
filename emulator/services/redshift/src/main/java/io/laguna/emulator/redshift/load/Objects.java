package io.laguna.emulator.redshift.load;

import io.laguna.redshift.load.source.Location;
import io.laguna.redshift.load.source.Manifest;
import io.laguna.redshift.load.source.Source;
import io.laguna.redshift.sql.statement.DataFormat;
import io.laguna.redshift.sql.statement.LoadOption;
import io.laguna.redshift.sql.statement.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The objects that a COPY loads: those of a prefix, or of a manifest. */
final class Objects {
    private final Bucket bucket;

    Objects(Bucket bucket) {
        this.bucket = bucket;
    }

    List<Source> of(Statement.Copy copy) throws S3Refused {
        Location location = location(copy.source());
        return copy.options().has(LoadOption.MANIFEST)
                ? manifest(location, isColumnar(copy.format()))
                : prefix(location);
    }

    /** Reads where something in S3 is. */
    static Location location(String url) throws S3Refused {
        return Location.of(url).orElseThrow(() -> S3Refused.of("Invalid S3 location: " + url, ""));
    }

    private static boolean isColumnar(DataFormat format) {
        return format instanceof DataFormat.Parquet || format instanceof DataFormat.Orc;
    }

    private List<Source> prefix(Location location) throws S3Refused {
        List<Source> found = bucket.list(location);
        if (found.isEmpty()) {
            throw S3Refused.of("The specified S3 prefix '" + location.key() + "' does not exist", "");
        }
        return found;
    }

    private List<Source> manifest(Location location, boolean columnar) throws S3Refused {
        if (bucket.find(location).isEmpty()) {
            throw S3Refused.of(
                    "Problem reading manifest file - S3ServiceException:The specified key does not exist.,Status"
                            + " 404,Error NoSuchKey",
                    location.toString());
        }
        Manifest manifest = Manifest.read(bucket.whole(location))
                .orElseThrow(() -> S3Refused.of(
                        "The manifest file is not valid: it has to have an array entries with a full url each",
                        location.toString()));
        List<Source> found = new ArrayList<>();
        for (Manifest.Entry entry : manifest.entries()) {
            Optional<Source> source = bucket.find(entry.location());
            if (source.isEmpty() && entry.mandatory()) {
                throw S3Refused.of(
                        "S3ServiceException:The specified key does not exist.,Status 404,Error NoSuchKey",
                        "S3 key being read : " + entry.location());
            }
            if (columnar && source.isPresent()) {
                check(entry, source.get());
            }
            source.ifPresent(found::add);
        }
        if (found.isEmpty()) {
            throw S3Refused.of("No file of the manifest exists", location.toString());
        }
        return found;
    }

    private static void check(Manifest.Entry entry, Source source) throws S3Refused {
        long length = entry.length()
                .orElseThrow(() -> S3Refused.of(
                        "File sizes are missing: the manifest of columnar files needs meta.content_length",
                        entry.location().toString()));
        if (length != source.size()) {
            throw S3Refused.of(
                    "The file has " + source.size() + " bytes, and by the manifest " + length,
                    entry.location().toString());
        }
    }
}

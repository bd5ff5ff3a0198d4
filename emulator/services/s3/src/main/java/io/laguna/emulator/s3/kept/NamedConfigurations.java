package io.laguna.emulator.s3.kept;

import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.s3.bucket.BucketAccess;
import io.laguna.emulator.s3.bucket.BucketDocuments;
import io.laguna.emulator.s3.bucket.BucketDocuments.Kind;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Members;
import io.laguna.emulator.s3.list.ContinuationTokens;
import io.laguna.emulator.s3.store.layout.TextRecord;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * The configurations of one kind that a bucket has by their ids. They are kept together in one document, and listed by id.
 *
 * @param builder of a configuration
 */
record NamedConfigurations<T extends SdkPojo>(
        BucketAccess access, BucketDocuments documents, Kind kind, Supplier<? extends SdkBuilder<?, T>> builder) {
    private static final int MOST = 1000;
    private static final int PAGE = 100;
    private static final int LONGEST_ID = 64;

    T get(SdkPojo request) {
        String bucket = access.bucket(request).name();
        return Optional.ofNullable(parse(documents.text(bucket, kind)).get(id(request)))
                .map(this::read)
                .orElseThrow(Failure.NO_SUCH_CONFIGURATION::exception);
    }

    /** Keeps the configuration of a request, in place of the one with its id. */
    void put(SdkPojo request, Optional<T> given, Consumer<T> check) {
        String bucket = access.bucket(request).name();
        T configuration = Documents.whole(given);
        String id = id(request);
        if (!Optional.of(id).equals(Members.text(configuration, "Id"))) {
            throw Documents.refused("The configuration ID in the document is not the one in the request");
        }
        if (!id.matches("[A-Za-z0-9._-]+") || id.length() > LONGEST_ID) {
            throw Documents.refused("The configuration ID is not valid");
        }
        check.accept(configuration);
        change(bucket, all -> {
            all.put(id, ShapeJson.write(configuration));
            if (all.size() > MOST) {
                throw Failure.TOO_MANY_CONFIGURATIONS.exception();
            }
        });
    }

    void delete(SdkPojo request) {
        String bucket = access.bucket(request).name();
        String id = id(request);
        change(bucket, all -> {
            if (all.remove(id) == null) {
                throw Failure.NO_SUCH_CONFIGURATION.exception();
            }
        });
    }

    /** Returns at most a hundred configurations that follow those of the request's token. */
    Slice<T> list(SdkPojo request) {
        String bucket = access.bucket(request).name();
        NavigableMap<String, String> all = parse(documents.text(bucket, kind));
        NavigableMap<String, String> rest = Members.text(request, "ContinuationToken")
                .map(ContinuationTokens::key)
                .map(last -> all.tailMap(last, false))
                .orElse(all);
        List<String> ids = rest.keySet().stream().limit(PAGE).toList();
        Optional<String> next =
                rest.size() > PAGE ? Optional.of(ContinuationTokens.token(ids.get(ids.size() - 1))) : Optional.empty();
        return new Slice<>(ids.stream().map(rest::get).map(this::read).toList(), next);
    }

    private void change(String bucket, Consumer<Map<String, String>> change) {
        documents.change(bucket, kind, text -> {
            Map<String, String> all = parse(text);
            change.accept(all);
            return Optional.of(new TextRecord().putAll("", all).toString());
        });
    }

    private static NavigableMap<String, String> parse(Optional<String> text) {
        return new TreeMap<>(text.map(each -> TextRecord.parse(each).all("")).orElseGet(Map::of));
    }

    private T read(String json) {
        return ShapeJson.read(json, builder.get());
    }

    private static String id(SdkPojo request) {
        return Members.text(request, "Id").orElseThrow(() -> Documents.refused("Missing required parameter: id"));
    }
}

package io.laguna.engines.trino.lake.files;

import com.google.inject.Injector;
import com.google.inject.Key;
import io.trino.filesystem.TrinoFileSystem;
import io.trino.filesystem.TrinoFileSystemFactory;
import io.trino.filesystem.s3.FileSystemS3;
import io.trino.spi.connector.ConnectorSession;
import io.trino.spi.security.ConnectorIdentity;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files of the lake on S3: those of many partitions of a table are listed together by a query. */
public final class LakeFiles implements TrinoFileSystemFactory {
    /** More queries than run at once; what one has listed for itself is of no use to another. */
    private static final int QUERIES = 16;

    private final Map<String, FolderListings> queries = new LinkedHashMap<>();
    private TrinoFileSystemFactory s3;

    /** Takes Trino's own way to S3, which the connector has made; until then no call is answered. */
    public void use(Injector injector) {
        s3 = injector.getInstance(Key.get(TrinoFileSystemFactory.class, FileSystemS3.class));
    }

    @Override
    public TrinoFileSystem create(ConnectorIdentity identity) {
        return s3.create(identity);
    }

    @Override
    public TrinoFileSystem create(ConnectorSession session) {
        return ListedTogether.of(s3.create(session), listings(session.getQueryId()));
    }

    private synchronized FolderListings listings(String query) {
        if (!queries.containsKey(query) && queries.size() >= QUERIES) {
            queries.remove(queries.keySet().iterator().next());
        }
        return queries.computeIfAbsent(query, id -> new FolderListings());
    }
}

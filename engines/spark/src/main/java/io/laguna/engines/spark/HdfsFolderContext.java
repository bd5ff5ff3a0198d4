package io.laguna.engines.spark;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;

/** {@link HdfsFolder} for programs that use Hadoop's FileContext, as Spark's streaming checkpoints do. */
public final class HdfsFolderContext extends DelegateToFileSystem {
    /** Creates the file system. Hadoop calls this. */
    public HdfsFolderContext(URI uri, Configuration configuration) throws IOException, URISyntaxException {
        super(uri, initialized(uri, configuration), configuration, "hdfs", false);
    }

    private static HdfsFolder initialized(URI uri, Configuration configuration) throws IOException {
        HdfsFolder folder = new HdfsFolder();
        folder.initialize(uri, configuration);
        return folder;
    }

    /** Returns -1, which means none: an address without a port stays one. */
    @Override
    public int getUriDefaultPort() {
        return -1;
    }
}

package io.laguna.engines.metastore;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hive.metastore.HiveMetaStore.HMSHandler;
import org.apache.hadoop.hive.metastore.IHMSHandler;
import org.apache.hadoop.hive.metastore.RetryingHMSHandler;
import org.apache.hadoop.hive.metastore.TSetIpAddressProcessor;
import org.apache.hadoop.hive.metastore.conf.MetastoreConf;
import org.apache.hadoop.hive.metastore.conf.MetastoreConf.ConfVars;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TBinaryProtocol;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.server.ServerContext;
import org.apache.thrift.server.TServerEventHandler;
import org.apache.thrift.server.TThreadPoolServer;
import org.apache.thrift.transport.TServerSocket;
import org.apache.thrift.transport.TTransport;

/**
 * The Hive Metastore's process: Hive's own handler behind a Thrift server, on loopback unless it is told otherwise.
 *
 * <p>Hive 3.1's own main class always listens on every interface of the machine and has no setting for it, which a
 * catalog without passwords on somebody's laptop must not.
 *
 * <p>Arguments: the port, and the address to listen on where that is not loopback. Everything else is configured by
 * metastore-site.xml on the class path. The schema is created or upgraded before the port opens.
 */
public final class MetastoreServer {
    private static final int THREADS = 4;
    /** The time after which a thread ends that has nothing to do. */
    private static final int REST_SECONDS = 60;

    private MetastoreServer() {}

    public static void main(String[] args) throws Exception {
        Configuration configuration = MetastoreConf.newMetastoreConf();
        new MetastoreSchema(configuration).bringUpToDate();
        configuration.set("fs.s3.impl", UntouchedS3.class.getName());
        MetastoreConf.setVar(configuration, ConfVars.MANAGER_FACTORY_CLASS, StoredLengths.class.getName());
        MetastoreConf.setVar(configuration, ConfVars.ALTER_HANDLER, CatalogAlterHandler.class.getName());
        CatalogUser users = new CatalogUser();
        AthenaNames names = new AthenaNames();
        IHMSHandler handler = names.over(users.over(
                RetryingHMSHandler.getProxy(configuration, new HMSHandler("metastore", configuration, false), false)));
        InetAddress address = args.length > 1 ? InetAddress.getByName(args[1]) : InetAddress.getLoopbackAddress();
        TServerSocket socket = new TServerSocket(new InetSocketAddress(address, Integer.parseInt(args[0])));
        TThreadPoolServer server = new TThreadPoolServer(new TThreadPoolServer.Args(socket)
                .processor(new TSetIpAddressProcessor<>(handler))
                .protocolFactory(new TBinaryProtocol.Factory())
                .executorService(
                        threads(handler, MetastoreConf.getIntVar(configuration, ConfVars.SERVER_MAX_THREADS))));
        server.setServerEventHandler(new Connections(handler, users, names));
        server.serve();
    }

    /** Returns threads as the server's own would be, but which give their database sessions back when they end. */
    private static ExecutorService threads(IHMSHandler handler, int most) {
        return new ThreadPoolExecutor(
                THREADS,
                most,
                REST_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                work -> new Thread(() -> {
                    try {
                        work.run();
                    } finally {
                        giveBack(handler);
                    }
                }));
    }

    private static void giveBack(IHMSHandler handler) {
        try {
            handler.shutdown();
        } catch (TException e) {
            throw new IllegalStateException("A metastore session could not be given back", e);
        }
    }

    /**
     * A listener that gives a thread's database session back when its client leaves, as Hive's own server does. Athena's
     * engine makes a connection for every call, and to open a session for it takes longer than most calls; that client
     * never changes a session's settings, so that the thread's next client gets the session as it was.
     */
    private record Connections(IHMSHandler handler, CatalogUser users, AthenaNames names)
            implements TServerEventHandler {
        @Override
        public void preServe() {}

        @Override
        public ServerContext createContext(TProtocol input, TProtocol output) {
            return NO_CONTEXT;
        }

        @Override
        public void deleteContext(ServerContext context, TProtocol input, TProtocol output) {
            boolean keepsSession = names.isCalling();
            users.forget();
            names.forget();
            if (!keepsSession) {
                giveBack(handler);
            }
        }

        @Override
        public void processContext(ServerContext context, TTransport input, TTransport output) {}
    }

    private static final ServerContext NO_CONTEXT = new ServerContext() {};
}

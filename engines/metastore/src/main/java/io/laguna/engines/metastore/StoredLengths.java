package io.laguna.engines.metastore;

import java.util.HashMap;
import java.util.Map;
import org.datanucleus.api.jdo.JDOPersistenceManagerFactory;

/**
 * The maker of DataNucleus' connections to the catalog, for which a text may be as long as the database's column takes
 * it ({@link MetastoreSchema}). DataNucleus would go by the lengths of Hive's mapping, where a database's name has 128
 * characters.
 */
public final class StoredLengths extends JDOPersistenceManagerFactory {
    private static final long serialVersionUID = 1;

    /** DataNucleus knows EXCEPTION and TRUNCATE, tells them by their upper case, and does nothing for another word. */
    private static final Map<String, String> UNCHECKED =
            Map.of("datanucleus.rdbms.stringLengthExceededAction", "exception");

    /** Creates what JDO asks for by this name. */
    public StoredLengths(Map<?, ?> properties) {
        super(unchecked(properties));
    }

    private static Map<Object, Object> unchecked(Map<?, ?> properties) {
        Map<Object, Object> all = new HashMap<>(properties);
        all.putAll(UNCHECKED);
        return all;
    }
}

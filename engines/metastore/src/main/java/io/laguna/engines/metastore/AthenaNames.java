package io.laguna.engines.metastore;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.hive.metastore.IHMSHandler;
import org.apache.hadoop.hive.metastore.api.ThriftHiveMetastore;
import org.apache.thrift.TFieldIdEnum;

/**
 * The rule that connections that call themselves {@code athena} ({@code set_ugi}) know databases and tables by their
 * names in Glue: {@code my-lake}, where Hive and Spark say {@code my_x2d_lake}.
 */
final class AthenaNames {
    private static final String NAME = "athena";
    /** The methods that answer names of databases or tables; lists of other methods are of partitions or functions. */
    private static final Set<String> LISTS = Set.of(
            "get_all_databases",
            "get_databases",
            "get_all_tables",
            "get_tables",
            "get_tables_by_type",
            "get_table_names_by_filter",
            "get_materialized_views_for_rewriting");

    private static final Set<String> PATTERNS = Set.of("db_patterns", "tbl_patterns");
    private static final Set<String> OF_NAMES = Set.of("get_databases", "get_tables", "get_tables_by_type");

    private final NameFields fields = new NameFields();
    private final Map<String, List<String>> parameters = new ConcurrentHashMap<>();
    /** The server gives every connection a thread. */
    private final ThreadLocal<Boolean> athena = ThreadLocal.withInitial(() -> false);

    IHMSHandler over(IHMSHandler handler) {
        return (IHMSHandler) Proxy.newProxyInstance(
                AthenaNames.class.getClassLoader(), new Class<?>[] {IHMSHandler.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("set_ugi")) {
                        athena.set(NAME.equals(arguments[0]));
                    }
                    try {
                        return athena.get()
                                ? translated(handler, method, arguments)
                                : method.invoke(handler, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Tells whether the connection of this thread is Athena's. */
    boolean isCalling() {
        return athena.get();
    }

    /** Forgets the user of this thread: its connection has ended, and the thread gets another one. */
    void forget() {
        athena.remove();
    }

    private Object translated(IHMSHandler handler, Method method, Object[] arguments)
            throws InvocationTargetException, IllegalAccessException {
        Object answer = method.invoke(handler, arguments == null ? null : inHive(method.getName(), arguments));
        if (LISTS.contains(method.getName())) {
            return NameFields.respelled(answer, GlueName::inGlue);
        }
        fields.change(answer, GlueName::inGlue);
        return answer;
    }

    private Object[] inHive(String method, Object[] arguments) {
        List<String> names = parameters.computeIfAbsent(method, AthenaNames::parameters);
        Object[] changed = arguments.clone();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (PATTERNS.contains(name) || (name.equals("pattern") && OF_NAMES.contains(method))) {
                changed[i] = NameFields.respelled(changed[i], GlueName::patternInHive);
            } else if (NameFields.isName(method, name)) {
                changed[i] = NameFields.respelled(changed[i], GlueName::inHive);
            } else {
                fields.change(changed[i], GlueName::inHive);
            }
        }
        return changed;
    }

    /** Returns the names of a method's parameters; none for a method that is not the metastore's own. */
    private static List<String> parameters(String method) {
        return Arrays.stream(ThriftHiveMetastore.class.getDeclaredClasses())
                .filter(type -> type.getSimpleName().equals(method + "_args"))
                .flatMap(type -> Arrays.stream(type.getDeclaredClasses()))
                .filter(type -> type.getSimpleName().equals("_Fields"))
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(field -> ((TFieldIdEnum) field).getFieldName())
                .toList();
    }
}

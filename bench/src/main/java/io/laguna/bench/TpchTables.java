package io.laguna.bench;

import io.airlift.tpch.TpchEntity;
import io.airlift.tpch.TpchTable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tables of TPC-H, with rows made by a port of its own generator. */
final class TpchTables {
    /** The columns of each table in the generator's order; Redshift's keys are in {@link #keys}. */
    private static final Map<String, String> COLUMNS = Map.of(
            "part",
            "p_partkey bigint, p_name varchar(55), p_mfgr char(25), p_brand char(10), p_type varchar(25), p_size int,"
                    + " p_container char(10), p_retailprice decimal(12,2), p_comment varchar(23)",
            "supplier",
            "s_suppkey bigint, s_name char(25), s_address varchar(40), s_nationkey int, s_phone char(15),"
                    + " s_acctbal decimal(12,2), s_comment varchar(101)",
            "partsupp",
            "ps_partkey bigint, ps_suppkey bigint, ps_availqty int, ps_supplycost decimal(12,2), ps_comment varchar(199)",
            "customer",
            "c_custkey bigint, c_name varchar(25), c_address varchar(40), c_nationkey int, c_phone char(15),"
                    + " c_acctbal decimal(12,2), c_mktsegment char(10), c_comment varchar(117)",
            "orders",
            "o_orderkey bigint, o_custkey bigint, o_orderstatus char(1), o_totalprice decimal(12,2), o_orderdate date,"
                    + " o_orderpriority char(15), o_clerk char(15), o_shippriority int, o_comment varchar(79)",
            "lineitem",
            "l_orderkey bigint, l_partkey bigint, l_suppkey bigint, l_linenumber int, l_quantity decimal(12,2),"
                    + " l_extendedprice decimal(12,2), l_discount decimal(12,2), l_tax decimal(12,2), l_returnflag char(1),"
                    + " l_linestatus char(1), l_shipdate date, l_commitdate date, l_receiptdate date,"
                    + " l_shipinstruct char(25), l_shipmode char(10), l_comment varchar(44)",
            "nation",
            "n_nationkey int, n_name char(25), n_regionkey int, n_comment varchar(152)",
            "region",
            "r_regionkey int, r_name char(25), r_comment varchar(152)");

    private final Map<String, Path> files;

    private TpchTables(Map<String, Path> files) {
        this.files = files;
    }

    /** Writes the rows of all tables at a scale, with bars between the fields. */
    static TpchTables write(double scale, Path folder) throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        for (TpchTable<?> table : TpchTable.getTables()) {
            Path file = folder.resolve(table.getTableName() + ".tbl");
            try (BufferedWriter writer = Files.newBufferedWriter(file)) {
                for (TpchEntity row : table.createGenerator(scale, 1, 1)) {
                    String line = row.toLine();
                    writer.write(line.substring(0, line.length() - 1));
                    writer.write('\n');
                }
            }
            files.put(table.getTableName(), file);
        }
        return new TpchTables(files);
    }

    Map<String, Path> files() {
        return files;
    }

    /** Returns CREATE TABLE as each engine reads it. */
    static String definition(String table) {
        return "create table " + table + " (" + COLUMNS.get(table) + ")";
    }

    /** Returns Redshift's clauses for a table. */
    static String keys(String table) {
        return switch (table) {
            case "lineitem" -> " distkey(l_orderkey) sortkey(l_shipdate)";
            case "orders" -> " distkey(o_orderkey) sortkey(o_orderdate)";
            case "nation", "region" -> " diststyle all";
            default -> "";
        };
    }
}

package io.laguna.emulator.athena.ddl;

import java.util.List;
import software.amazon.awssdk.services.glue.model.Order;

/** CLUSTERED BY … INTO n BUCKETS. */
record Buckets(int number, List<String> columns, List<Order> order) {}

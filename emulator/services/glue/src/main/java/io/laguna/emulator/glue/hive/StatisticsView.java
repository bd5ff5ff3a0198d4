package io.laguna.emulator.glue.hive;

import io.trino.hive.thrift.metastore.BinaryColumnStatsData;
import io.trino.hive.thrift.metastore.BooleanColumnStatsData;
import io.trino.hive.thrift.metastore.ColumnStatisticsObj;
import io.trino.hive.thrift.metastore.Date;
import io.trino.hive.thrift.metastore.DateColumnStatsData;
import io.trino.hive.thrift.metastore.Decimal;
import io.trino.hive.thrift.metastore.DecimalColumnStatsData;
import io.trino.hive.thrift.metastore.DoubleColumnStatsData;
import io.trino.hive.thrift.metastore.LongColumnStatsData;
import io.trino.hive.thrift.metastore.StringColumnStatsData;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.glue.model.ColumnStatistics;
import software.amazon.awssdk.services.glue.model.ColumnStatisticsData;
import software.amazon.awssdk.services.glue.model.ColumnStatisticsType;
import software.amazon.awssdk.services.glue.model.DecimalNumber;

/** The translation of a column's statistics between Glue and Hive. */
public final class StatisticsView {
    private static final long DAY = Duration.ofDays(1).toSeconds();

    private StatisticsView() {}

    /**
     * Returns the statistics for Hive; empty when the data for the declared type is missing, or the type is unknown.
     */
    public static Optional<ColumnStatisticsObj> toHive(ColumnStatistics column) {
        return data(column.statisticsData())
                .map(data -> new ColumnStatisticsObj(
                        column.columnName().toLowerCase(Locale.ROOT), column.columnType(), data));
    }

    /** Returns the statistics that Hive holds, in Glue's form. */
    public static ColumnStatistics fromHive(ColumnStatisticsObj column, Instant analyzed) {
        return ColumnStatistics.builder()
                .columnName(column.getColName())
                .columnType(column.getColType())
                .analyzedTime(analyzed)
                .statisticsData(data(column.getStatsData()))
                .build();
    }

    private static Optional<io.trino.hive.thrift.metastore.ColumnStatisticsData> data(ColumnStatisticsData data) {
        return switch (Optional.ofNullable(data.type()).orElse(ColumnStatisticsType.UNKNOWN_TO_SDK_VERSION)) {
            case BOOLEAN -> Optional.ofNullable(data.booleanColumnStatisticsData())
                    .map(given ->
                            io.trino.hive.thrift.metastore.ColumnStatisticsData.booleanStats(new BooleanColumnStatsData(
                                    given.numberOfTrues(), given.numberOfFalses(), given.numberOfNulls())));
            case DATE -> Optional.ofNullable(data.dateColumnStatisticsData()).map(given -> {
                DateColumnStatsData hive =
                        new DateColumnStatsData(given.numberOfNulls(), given.numberOfDistinctValues());
                set(given.minimumValue(), day -> hive.setLowValue(date(day)));
                set(given.maximumValue(), day -> hive.setHighValue(date(day)));
                return io.trino.hive.thrift.metastore.ColumnStatisticsData.dateStats(hive);
            });
            case DECIMAL -> Optional.ofNullable(data.decimalColumnStatisticsData())
                    .map(given -> {
                        DecimalColumnStatsData hive =
                                new DecimalColumnStatsData(given.numberOfNulls(), given.numberOfDistinctValues());
                        set(given.minimumValue(), number -> hive.setLowValue(decimal(number)));
                        set(given.maximumValue(), number -> hive.setHighValue(decimal(number)));
                        return io.trino.hive.thrift.metastore.ColumnStatisticsData.decimalStats(hive);
                    });
            case DOUBLE -> Optional.ofNullable(data.doubleColumnStatisticsData())
                    .map(given -> {
                        DoubleColumnStatsData hive =
                                new DoubleColumnStatsData(given.numberOfNulls(), given.numberOfDistinctValues());
                        set(given.minimumValue(), hive::setLowValue);
                        set(given.maximumValue(), hive::setHighValue);
                        return io.trino.hive.thrift.metastore.ColumnStatisticsData.doubleStats(hive);
                    });
            case LONG -> Optional.ofNullable(data.longColumnStatisticsData()).map(given -> {
                LongColumnStatsData hive =
                        new LongColumnStatsData(given.numberOfNulls(), given.numberOfDistinctValues());
                set(given.minimumValue(), hive::setLowValue);
                set(given.maximumValue(), hive::setHighValue);
                return io.trino.hive.thrift.metastore.ColumnStatisticsData.longStats(hive);
            });
            case STRING -> Optional.ofNullable(data.stringColumnStatisticsData())
                    .map(given ->
                            io.trino.hive.thrift.metastore.ColumnStatisticsData.stringStats(new StringColumnStatsData(
                                    given.maximumLength(),
                                    given.averageLength(),
                                    given.numberOfNulls(),
                                    given.numberOfDistinctValues())));
            case BINARY -> Optional.ofNullable(data.binaryColumnStatisticsData())
                    .map(given ->
                            io.trino.hive.thrift.metastore.ColumnStatisticsData.binaryStats(new BinaryColumnStatsData(
                                    given.maximumLength(), given.averageLength(), given.numberOfNulls())));
            case UNKNOWN_TO_SDK_VERSION -> Optional.empty();
        };
    }

    private static ColumnStatisticsData data(io.trino.hive.thrift.metastore.ColumnStatisticsData hive) {
        ColumnStatisticsData.Builder data = ColumnStatisticsData.builder();
        return switch (hive.getSetField()) {
            case BOOLEAN_STATS -> data.type(ColumnStatisticsType.BOOLEAN)
                    .booleanColumnStatisticsData(
                            shown -> shown.numberOfTrues(hive.getBooleanStats().getNumTrues())
                                    .numberOfFalses(hive.getBooleanStats().getNumFalses())
                                    .numberOfNulls(hive.getBooleanStats().getNumNulls()))
                    .build();
            case DATE_STATS -> data.type(ColumnStatisticsType.DATE)
                    .dateColumnStatisticsData(shown -> {
                        DateColumnStatsData of = hive.getDateStats();
                        set(of.getLowValue(), day -> shown.minimumValue(instant(day)));
                        set(of.getHighValue(), day -> shown.maximumValue(instant(day)));
                        shown.numberOfNulls(of.getNumNulls()).numberOfDistinctValues(of.getNumDVs());
                    })
                    .build();
            case DECIMAL_STATS -> data.type(ColumnStatisticsType.DECIMAL)
                    .decimalColumnStatisticsData(shown -> {
                        DecimalColumnStatsData of = hive.getDecimalStats();
                        set(of.getLowValue(), number -> shown.minimumValue(decimal(number)));
                        set(of.getHighValue(), number -> shown.maximumValue(decimal(number)));
                        shown.numberOfNulls(of.getNumNulls()).numberOfDistinctValues(of.getNumDVs());
                    })
                    .build();
            case DOUBLE_STATS -> data.type(ColumnStatisticsType.DOUBLE)
                    .doubleColumnStatisticsData(shown -> {
                        DoubleColumnStatsData of = hive.getDoubleStats();
                        shown.minimumValue(of.isSetLowValue() ? of.getLowValue() : null)
                                .maximumValue(of.isSetHighValue() ? of.getHighValue() : null)
                                .numberOfNulls(of.getNumNulls())
                                .numberOfDistinctValues(of.getNumDVs());
                    })
                    .build();
            case LONG_STATS -> data.type(ColumnStatisticsType.LONG)
                    .longColumnStatisticsData(shown -> {
                        LongColumnStatsData of = hive.getLongStats();
                        shown.minimumValue(of.isSetLowValue() ? of.getLowValue() : null)
                                .maximumValue(of.isSetHighValue() ? of.getHighValue() : null)
                                .numberOfNulls(of.getNumNulls())
                                .numberOfDistinctValues(of.getNumDVs());
                    })
                    .build();
            case STRING_STATS -> data.type(ColumnStatisticsType.STRING)
                    .stringColumnStatisticsData(shown -> shown.maximumLength(
                                    hive.getStringStats().getMaxColLen())
                            .averageLength(hive.getStringStats().getAvgColLen())
                            .numberOfNulls(hive.getStringStats().getNumNulls())
                            .numberOfDistinctValues(hive.getStringStats().getNumDVs()))
                    .build();
            case BINARY_STATS -> data.type(ColumnStatisticsType.BINARY)
                    .binaryColumnStatisticsData(
                            shown -> shown.maximumLength(hive.getBinaryStats().getMaxColLen())
                                    .averageLength(hive.getBinaryStats().getAvgColLen())
                                    .numberOfNulls(hive.getBinaryStats().getNumNulls()))
                    .build();
        };
    }

    private static <T> void set(T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }

    private static Date date(Instant day) {
        return new Date(Math.floorDiv(day.getEpochSecond(), DAY));
    }

    private static Instant instant(Date day) {
        return Instant.ofEpochSecond(day.getDaysSinceEpoch() * DAY);
    }

    private static Decimal decimal(DecimalNumber number) {
        return new Decimal(number.scale().shortValue(), number.unscaledValue().asByteBuffer());
    }

    private static DecimalNumber decimal(Decimal number) {
        return DecimalNumber.builder()
                .scale((int) number.getScale())
                .unscaledValue(SdkBytes.fromByteArray(number.getUnscaled()))
                .build();
    }
}

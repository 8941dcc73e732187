// Every property test draws the same examples each time: a red suite stays red until it is mended. STET_PROPERTY_SEED, a
// number, draws others.
import { configureGlobal, readConfigureGlobal } from "fast-check";

configureGlobal({ ...readConfigureGlobal(), seed: Number(process.env["STET_PROPERTY_SEED"] ?? 20_261_122) });

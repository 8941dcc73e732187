// Every property test draws the same examples each time: a red suite stays red until it is mended.
import { configureGlobal, readConfigureGlobal } from "fast-check";

configureGlobal({ ...readConfigureGlobal(), seed: 20_261_122 });

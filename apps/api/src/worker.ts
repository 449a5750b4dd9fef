import 'reflect-metadata';
import { loadConfig } from '@htsm/api/core';

loadConfig(process.env);
